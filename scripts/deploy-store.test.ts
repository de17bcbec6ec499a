import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { test } from 'node:test';
import {
  expectedObjects,
  HOME,
  NEXT,
  projectWith,
  SITE,
  useStore,
} from '../tests/support/deploy-to-store.ts';
import { BUCKET, refuse } from '../tests/support/object-store.ts';

const at = useStore();

test('a site goes to a store with type, charset, cache rule and links; only changes go the next time', async () => {
  const project = projectWith(SITE);
  const first = await at.deploy(project);
  assert.equal(first.status, 0, first.output);
  assert.deepEqual(await at.storedObjects(), expectedObjects(SITE));
  const objects = await at.store.objects();
  const header = (name: string) => objects.get(`open/${name}`)!;
  const page = `${HOME}rd17-3/273/`;
  assert.equal(header('rd17-3/273/letter.txt').type, 'text/plain; charset=utf-8');
  assert.equal(header('rd17-3/273/source.gb18030.txt').type, 'text/plain; charset=gb18030');
  assert.equal(header('rd17-3/273/qr.svg').type, 'image/svg+xml');
  assert.equal(header('index.html').type, 'text/html; charset=utf-8');
  assert.equal(header('index.html').cache, 'public, max-age=0, s-maxage=300, must-revalidate');
  assert.equal(header('index.html').link, undefined);
  assert.ok(header('rd17-3/273/rd17-3-273.pdf').link?.includes(`<${page}>; rel="cite-as"`));

  at.store.log.length = 0;
  const same = await at.deploy(project);
  assert.equal(same.status, 0, same.output);
  assert.deepEqual(at.changes(), []);

  const { 'card.png': _, ...kept } = SITE;
  const changed = { ...kept, 'rd17-3/273/letter.txt': '答复。' };
  const next = projectWith(changed);
  at.store.log.length = 0;
  const trial = await at.deploy(next, ['--dry-run']);
  assert.match(trial.output, /rd17-3\/273\/letter\.txt[^]*card\.png/);
  assert.deepEqual(at.changes(), []);
  assert.equal((await at.deploy(next)).status, 0);
  assert.deepEqual(at.changes(), [
    `PUT /${BUCKET}/open/rd17-3/273/letter.txt?x-id=PutObject`,
    `DELETE /${BUCKET}/open/card.png?x-id=DeleteObject`,
  ]);
  assert.deepEqual(await at.storedObjects(), expectedObjects(changed));
});

test('what was withdrawn goes first, and nothing else happens while it cannot go', async () => {
  assert.equal((await at.deploy(projectWith(SITE))).status, 0);
  const withdrawn = projectWith({
    'index.html': SITE['index.html'],
    'robots.txt': SITE['robots.txt'],
    'new.txt': '新',
    'rd17-3/index.html': '',
    'rd17-3/273/index.html': '已撤下',
    'rd17-3/273/.withdrawn': [
      'letter.txt',
      'letter.jsonld',
      'qr.svg',
      'rd17-3-273.pdf',
      'source.gb18030.txt',
      'figures/x',
    ].join('\n'),
    'rd17-3/273/figures/index.html': '已撤下',
  });
  at.store.log.length = 0;
  at.store.setFault(
    ({ method }, answer) => method === 'DELETE' && refuse(answer, 403, 'AccessDenied'),
  );
  const denied = await at.deploy(withdrawn);
  assert.equal(denied.status, 1);
  assert.match(denied.output, /撤下的答复可能还在桶里/);
  assert.deepEqual(
    at.changes().filter((line) => line.startsWith('PUT')),
    [],
  );
  at.store.setFault(undefined);
  at.store.log.length = 0;
  assert.equal((await at.deploy(withdrawn)).status, 0);
  const order = at
    .changes()
    .map((line) => line.replace(/\?.*/, '').replace(`/${BUCKET}/open/`, ''));
  assert.deepEqual(
    order.slice(0, 5).map((line) => line.split(' ')[0]),
    Array(5).fill('DELETE'),
  );
  assert.deepEqual(order.slice(5, 7).sort(), [
    'PUT rd17-3/273/figures/index.html',
    'PUT rd17-3/273/index.html',
  ]);
  const left = [...(await at.store.objects()).keys()].filter((key) => key.includes('/273/'));
  assert.deepEqual(left, ['open/rd17-3/273/figures/index.html', 'open/rd17-3/273/index.html']);
});

test('other content in the bucket is not overwritten, and what this tool did not put there stays', async () => {
  await at.store.put('elsewhere.txt', '别处');
  await at.store.put('open/verify_1234.txt', '校验');
  assert.equal((await at.deploy(projectWith(SITE))).status, 0);
  const { output } = await at.deploy(projectWith(NEXT));
  assert.match(output, /还有 1 个不是本站放的文件（如 verify_1234\.txt）/);
  assert.ok((await at.store.objects()).has('open/verify_1234.txt'));
});

test('another site in the place is not overwritten', async () => {
  await at.store.put('open/index.html', '另一个网站');
  const { status, output } = await at.deploy(projectWith(SITE));
  assert.equal(status, 1);
  assert.match(output, /已有别的内容（如 index\.html），不能覆盖[^]*桶里没有改动/);
  assert.deepEqual(at.changes(), []);
});

test('a damaged record is named, and nothing changes', async () => {
  for (const content of ['', gzipSync('{').toString('latin1')]) {
    await at.store.put('open/.deployed.json.gz', content);
    const { status, output } = await at.deploy(projectWith(SITE));
    assert.equal(status, 1);
    assert.match(output, /\.deployed\.json\.gz 损坏了。改法：[^]*桶里没有改动/);
  }
  assert.deepEqual(at.changes(), []);
});

test('--purge removes the versions that the bucket keeps, or says that it cannot', async () => {
  const project = projectWith(SITE);
  const none = await at.deploy(project, ['--purge']);
  assert.match(none.output, /这个桶不留旧版本/);
  at.store.setFault(
    ({ url = '' }, answer) => url.includes('?versioning') && refuse(answer, 501, 'NotImplemented'),
  );
  const unable = await at.deploy(project, ['--purge']);
  assert.equal(unable.status, 1, unable.output);
  assert.match(unable.output, /已经发布，但没有删去旧版本/);

  const xml = (answer: ServerResponse, body: string) => {
    answer.writeHead(200, { 'Content-Type': 'application/xml' });
    answer.end(`<?xml version="1.0"?>${body}`);
    return true;
  };
  const removed: string[] = [];
  at.store.setFault(({ method, url = '' }, answer) => {
    const query = new URL(url, at.store.endpoint).searchParams;
    if (query.has('versioning'))
      return xml(
        answer,
        '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>',
      );
    if (query.has('versions'))
      return xml(
        answer,
        `<ListVersionsResult>
          <Version><Key>open/index.html</Key><VersionId>now</VersionId><IsLatest>true</IsLatest></Version>
          <Version><Key>open/index.html</Key><VersionId>old</VersionId><IsLatest>false</IsLatest></Version>
          <DeleteMarker><Key>open/card.png</Key><VersionId>mark</VersionId><IsLatest>true</IsLatest></DeleteMarker>
          <Version><Key>open/card.png</Key><VersionId>gone</VersionId><IsLatest>false</IsLatest></Version>
          <Version><Key>open/theirs.txt</Key><VersionId>old</VersionId><IsLatest>false</IsLatest></Version>
        </ListVersionsResult>`,
      );
    if (method !== 'DELETE' || !query.has('versionId')) return false;
    removed.push(`${url.split('?')[0]} ${query.get('versionId')}`);
    answer.writeHead(204);
    answer.end();
    return true;
  });
  // An earlier deployment removed an object: its versions are the tool's too.
  const { 'card.png': _, ...kept } = SITE;
  assert.equal((await at.deploy(projectWith(kept))).status, 0);
  const purged = await at.deploy(projectWith(kept), ['--purge']);
  assert.equal(purged.status, 0, purged.output);
  assert.match(purged.output, /删去了旧版本 3 个/);
  // Without the mark, a version that is still there would be current again.
  assert.equal(removed.pop(), `/${BUCKET}/open/card.png mark`);
  assert.deepEqual(removed.sort(), [
    `/${BUCKET}/open/card.png gone`,
    `/${BUCKET}/open/index.html old`,
  ]);
});

test('slips are refused in Chinese before any request', async () => {
  const project = projectWith(SITE);
  const refusals: [string[], object, RegExp][] = [
    [['--rollback'], {}, /对象存储里没有上一版/],
    [['--endpoint', ''], {}, /没有写对象存储的地址/],
    [['--endpoint', 'https://user:pass@store.example'], {}, /不能有用户名和密码/],
    [['--endpoint', 'store.example'], {}, /不是对象存储的地址/],
    [[], { AWS_ACCESS_KEY_ID: '' }, /没有密钥/],
    [['--to'], {}, /写法/],
    [['--verbose'], {}, /写法/],
  ];
  for (const [words, settings, message] of refusals) {
    const { status, output } = await at.deploy(project, words, settings);
    assert.equal(status, 1, output);
    assert.match(output, message);
  }
  assert.deepEqual(at.store.log, []);
});

test('a store that does not accept the keys is named, and they are not', async () => {
  const refusals: [string, RegExp][] = [
    ['InvalidAccessKeyId', /不认识这个密钥/],
    ['SignatureDoesNotMatch', /密钥不对/],
    ['<b>', /回答的不像是对象存储/],
  ];
  for (const [code, message] of refusals) {
    at.store.setFault((_, answer) => refuse(answer, 400, code));
    const { status, output } = await at.deploy(projectWith(SITE));
    assert.equal(status, 1, output);
    assert.match(output, message);
    assert.match(output, /没有发布；桶里没有改动/);
  }
});
