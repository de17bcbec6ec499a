import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { formatLedgerFile } from '../src/permalinks/ledger.ts';
import { environment, newFolder } from '../tests/support/project.ts';
import { writeFiles } from '../tests/support/write-files.ts';
import { explainStoreError } from './lib/bucket/explain.ts';
import { openStore } from './lib/bucket/store.ts';
import { readTarget } from './lib/bucket/target.ts';
import {
  BUCKET,
  KEYS,
  refuse,
  startObjectStore,
  type Fault,
  type ObjectStore,
} from '../tests/support/object-store.ts';

const script = join(process.cwd(), 'scripts/deploy.ts');
const HOME = 'https://gov.example/open/';

let store: ObjectStore;
beforeEach(async () => {
  store = await startObjectStore();
});
afterEach(() => store.close());

/** The built site of the tests: each file with its content. */
const SITE = {
  'index.html': '<footer data-answerable>主办</footer><a href="rd17-3/">',
  '404.html': '没有',
  'robots.txt': `Sitemap: ${HOME}sitemap-index.xml\n`,
  'sitemap-0.xml': '<urlset/>',
  _headers: '/*\n',
  'card.png': 'PNG',
  'rd17-3/index.html': '<a href="273/">273</a>',
  'rd17-3/273/index.html': '<a href="letter.txt">',
  'rd17-3/273/index.html.br': 'br',
  'rd17-3/273/index.html.gz': 'gz',
  'rd17-3/273/letter.txt': '答复',
  'rd17-3/273/letter.jsonld': '{}',
  'rd17-3/273/source.gb18030.txt': 'GB',
  'rd17-3/273/rd17-3-273.pdf': '%PDF',
  'rd17-3/273/qr.svg': '<svg/>',
  'rd17-3/273/figures/index.html': '数字',
};

/** A project that contains only this built site, and a ledger that knows its letters. */
function projectWith(files: Record<string, string>): string {
  const project = newFolder();
  writeFiles(join(project, 'dist'), files);
  mkdirSync(join(project, 'content/addresses'), { recursive: true });
  writeFileSync(
    join(project, 'content/addresses/rd17-3.txt'),
    formatLedgerFile([273, 274, 275].map((number) => [`rd17-3/${number}/`, new Map()])),
  );
  return project;
}

interface Result {
  status: number | null;
  output: string;
}

/** The command under way. */
let child: ChildProcess;

/** Runs the command in a project; the store answers from this process meanwhile. */
function deploy(project: string, words: string[] = [], settings = {}): Promise<Result> {
  const args = [script, `s3://${BUCKET}/open`, '--endpoint', store.endpoint, ...words];
  // The limit of files stands for a full disk of the sender: the command writes no file at all.
  child = spawn('sh', ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, ...args], {
    cwd: project,
    env: environment({ ...KEYS, ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (output += chunk));
  return new Promise((ended) =>
    child.on('close', (status) => {
      assert.doesNotMatch(output, /^\s+at /m);
      assert.ok(!output.includes(KEYS.AWS_SECRET_ACCESS_KEY), 'no key in the output');
      ended({ status, output });
    }),
  );
}

/** The keys and contents that the store must hold for a site, the record left out. */
const expectedObjects = (site: Record<string, string>) =>
  Object.entries(site)
    .filter(([name]) => !/\.(br|gz)$|^_headers$|\/\.withdrawn$/.test(name))
    .map(([name, content]) => [`open/${name}`, Buffer.from(content).toString('latin1')])
    .sort();
async function storedObjects() {
  const objects = [...(await store.objects())];
  return objects
    .filter(([key]) => !key.endsWith('.deployed.json.gz'))
    .map(([key, { content }]) => [key, content])
    .sort();
}
const changes = () =>
  store.log.filter((line) => /^(PUT|DELETE)/.test(line) && !line.includes('.deployed'));

test('a site goes to a store with type, charset, cache rule and links; only changes go the next time', async () => {
  const project = projectWith(SITE);
  const first = await deploy(project);
  assert.equal(first.status, 0, first.output);
  assert.deepEqual(await storedObjects(), expectedObjects(SITE));
  const objects = await store.objects();
  const header = (name: string) => objects.get(`open/${name}`)!;
  const page = `${HOME}rd17-3/273/`;
  assert.equal(header('rd17-3/273/letter.txt').type, 'text/plain; charset=utf-8');
  assert.equal(header('rd17-3/273/source.gb18030.txt').type, 'text/plain; charset=gb18030');
  assert.equal(header('rd17-3/273/qr.svg').type, 'image/svg+xml');
  assert.equal(header('index.html').type, 'text/html; charset=utf-8');
  assert.equal(header('index.html').cache, 'public, max-age=0, s-maxage=300, must-revalidate');
  assert.equal(header('index.html').link, undefined);
  assert.ok(header('rd17-3/273/rd17-3-273.pdf').link?.includes(`<${page}>; rel="cite-as"`));

  store.log.length = 0;
  const same = await deploy(project);
  assert.equal(same.status, 0, same.output);
  assert.deepEqual(changes(), []);

  const { 'card.png': _, ...kept } = SITE;
  const changed = { ...kept, 'rd17-3/273/letter.txt': '答复。' };
  const next = projectWith(changed);
  store.log.length = 0;
  const trial = await deploy(next, ['--dry-run']);
  assert.match(trial.output, /rd17-3\/273\/letter\.txt[^]*card\.png/);
  assert.deepEqual(changes(), []);
  assert.equal((await deploy(next)).status, 0);
  assert.deepEqual(changes(), [
    `PUT /${BUCKET}/open/rd17-3/273/letter.txt?x-id=PutObject`,
    `DELETE /${BUCKET}/open/card.png?x-id=DeleteObject`,
  ]);
  assert.deepEqual(await storedObjects(), expectedObjects(changed));
});

/**
 * The next site: the letter has a new file and a neighbour, which its page links, and an old file is gone. New
 * letters and a new list link each other.
 */
const { 'rd17-3/273/qr.svg': _old, ...rest } = SITE;
const NEXT = {
  ...rest,
  'rd17-3/273/index.html': '<a href="letter.txt"><a href="new.txt"><a href="../274/">',
  'rd17-3/273/new.txt': '新',
  'rd17-3/274/index.html': '<a href="../273/"><a href="../275/">',
  'rd17-3/275/index.html': '<a href="../274/"><a href="../../bureaus/a/">',
  'rd17-3/index.html': '<a href="273/"><a href="274/"><a href="275/"><a href="../bureaus/a/">',
  'bureaus/a/index.html': '<a href="../../rd17-3/275/">',
};
const HOME_PAGE = 'open/index.html';

/** Every link that a reader meets, from the home page on, leads to an object of the store. */
async function assertReadsRight(message: string): Promise<void> {
  const objects = await store.objects();
  const seen = new Set(objects.has(HOME_PAGE) ? [HOME_PAGE] : []);
  for (const key of seen)
    for (const [, href = ''] of objects.get(key)!.content.matchAll(/href="([^"]+)"/g)) {
      const path = new URL(href, `https://store/${key}`).pathname.slice(1);
      const target = path.replace(/\/$/, '/index.html');
      assert.ok(objects.has(target), `${message}: ${key} → ${href}`);
      seen.add(target);
    }
}
const isChange = (method: string | undefined) => method === 'PUT' || method === 'DELETE';

/** Publishes SITE, then NEXT with a fault that begins at the nth change; returns what the faulty run said. */
async function interrupt(nth: number, fault: Fault): Promise<Result> {
  assert.equal((await deploy(projectWith(SITE))).status, 0);
  let changes = 0;
  store.setFault(
    (asked, answer) => isChange(asked.method) && ++changes >= nth && fault(asked, answer),
  );
  const result = await deploy(projectWith(NEXT));
  store.setFault(undefined);
  return result;
}

/** The next run completes the site. */
async function assertCompleted(): Promise<void> {
  const { status, output } = await deploy(projectWith(NEXT));
  assert.equal(status, 0, output);
  assert.deepEqual(await storedObjects(), expectedObjects(NEXT));
}

const everywhere = process.env['TEST_FULL'] ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1, 4, 8];
for (const nth of everywhere)
  test(`killed at change ${nth}, the site in the store reads right, and the next run completes it`, async () => {
    await interrupt(nth, (_, answer) => {
      child.kill('SIGKILL');
      answer.destroy();
      return true;
    });
    await assertReadsRight(`change ${nth}`);
    await assertCompleted();
  });

const FAULTS: [string, Fault, RegExp][] = [
  ['refuses', (_, answer) => refuse(answer, 403, 'AccessDenied'), /没有权限[^]*再运行一次/],
  [
    'denies deletion',
    ({ method }, answer) => method === 'DELETE' && refuse(answer, 403, 'AccessDenied'),
    /没有权限[^]*没有发布完/,
  ],
  ['cuts each object', (_, answer) => (answer.destroy(), true), /连不上[^]*没有发布完/],
  ['has no such bucket any more', (_, answer) => refuse(answer, 404, 'NoSuchBucket'), /没有这个桶/],
  ['is out of order', (_, answer) => refuse(answer, 503, 'SlowDown'), /过一会儿再运行一次/],
];
for (const [name, fault, message] of FAULTS)
  test(`a store that ${name} is named in Chinese, and the site reads right`, async () => {
    const { status, output } = await interrupt(3, fault);
    assert.equal(status, 1, output);
    assert.match(output, message);
    await assertReadsRight(name);
    await assertCompleted();
  });

test('a cut connection and a busy store are tried again, and a wrong clock is allowed for', async () => {
  let puts = 0;
  store.setFault(({ method }, answer) => {
    if (method !== 'PUT') return false;
    puts++;
    if (puts % 5 === 1) return (answer.destroy(), true);
    return puts % 5 === 3 && refuse(answer, 503, 'SlowDown');
  });
  const anHourAhead = 'const { now } = Date; Date.now = () => now() + 3600e3';
  const { status, output } = await deploy(projectWith(SITE), [], {
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(anHourAhead)}`,
  });
  assert.equal(status, 0, output);
  assert.deepEqual(await storedObjects(), expectedObjects(SITE));
});

test('a site of new pages, of which one is refused, shows no dead link', async () => {
  for (const page of ['rd17-3/index.html', 'bureaus/a/index.html']) {
    store.setFault(
      ({ method, url }, answer) =>
        method === 'PUT' && url!.includes(page) && refuse(answer, 403, 'AccessDenied'),
    );
    assert.equal((await deploy(projectWith(NEXT))).status, 1);
    await assertReadsRight(page);
  }
  store.setFault(undefined);
  await assertCompleted();
});

test('an object that is cut in the middle is sent again', async () => {
  const large = { ...SITE, 'rd17-3/273/letter.txt': '答'.repeat(500_000) };
  let cuts = 0;
  store.setFault((asked, answer) => {
    if (asked.method !== 'PUT' || !asked.url?.includes('letter.txt') || cuts > 0) return false;
    asked.once('data', () => {
      cuts++;
      answer.destroy();
    });
    return true;
  });
  const { status, output } = await deploy(projectWith(large));
  assert.equal(status, 0, output);
  assert.equal(cuts, 1);
  assert.deepEqual(await storedObjects(), expectedObjects(large));
});

test('a store that falls silent is given up', async () => {
  store.setFault(() => true);
  const target = readTarget(`s3://${BUCKET}`, store.endpoint, KEYS);
  const silent = openStore(target, 50);
  const error = await silent.list().catch((reason: unknown) => reason);
  silent.close();
  assert.match(explainStoreError(error, target) ?? String(error), /连不上.*超时.*改法/);
  assert.equal(store.log.length, 4);
});

test('of two deployments at a time, one asks to be run again', async () => {
  const other = projectWith({ ...SITE, 'card.png': 'other' });
  let second: Promise<Result> | undefined;
  const records = () => store.log.filter((line) => /^PUT .*deployed/.test(line)).length;
  store.setFault(async ({ method, url = '' }) => {
    if (method !== 'PUT' || url.includes('.deployed')) return false;
    // The other one enters its keys while this one sends its objects.
    second ??= deploy(other);
    while (records() < 2) await pause(10);
    return false;
  });
  const { status, output } = await deploy(projectWith(SITE));
  assert.equal(status, 1, output);
  assert.match(output, /同时有另一次发布.*再运行一次/);
  assert.equal((await second)?.status, 0);
  store.setFault(undefined);
  assert.equal((await deploy(projectWith(NEXT))).status, 0);
  assert.deepEqual(await storedObjects(), expectedObjects(NEXT));
});

test('what was withdrawn goes first, and nothing else happens while it cannot go', async () => {
  assert.equal((await deploy(projectWith(SITE))).status, 0);
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
  store.log.length = 0;
  store.setFault(
    ({ method }, answer) => method === 'DELETE' && refuse(answer, 403, 'AccessDenied'),
  );
  const denied = await deploy(withdrawn);
  assert.equal(denied.status, 1);
  assert.match(denied.output, /撤下的答复可能还在桶里/);
  assert.deepEqual(
    changes().filter((line) => line.startsWith('PUT')),
    [],
  );
  store.setFault(undefined);
  store.log.length = 0;
  assert.equal((await deploy(withdrawn)).status, 0);
  const order = changes().map((line) => line.replace(/\?.*/, '').replace(`/${BUCKET}/open/`, ''));
  assert.deepEqual(
    order.slice(0, 5).map((line) => line.split(' ')[0]),
    Array(5).fill('DELETE'),
  );
  assert.deepEqual(order.slice(5, 7).sort(), [
    'PUT rd17-3/273/figures/index.html',
    'PUT rd17-3/273/index.html',
  ]);
  const left = [...(await store.objects()).keys()].filter((key) => key.includes('/273/'));
  assert.deepEqual(left, ['open/rd17-3/273/figures/index.html', 'open/rd17-3/273/index.html']);
});

test('other content in the bucket is not overwritten, and what this tool did not put there stays', async () => {
  await store.put('elsewhere.txt', '别处');
  await store.put('open/verify_1234.txt', '校验');
  assert.equal((await deploy(projectWith(SITE))).status, 0);
  const { output } = await deploy(projectWith(NEXT));
  assert.match(output, /还有 1 个不是本站放的文件（如 verify_1234\.txt）/);
  assert.ok((await store.objects()).has('open/verify_1234.txt'));
});

test('another site in the place is not overwritten', async () => {
  await store.put('open/index.html', '另一个网站');
  const { status, output } = await deploy(projectWith(SITE));
  assert.equal(status, 1);
  assert.match(output, /已有别的内容（如 index\.html），不能覆盖[^]*桶里没有改动/);
  assert.deepEqual(changes(), []);
});

test('a damaged record is named, and nothing changes', async () => {
  for (const content of ['', gzipSync('{').toString('latin1')]) {
    await store.put('open/.deployed.json.gz', content);
    const { status, output } = await deploy(projectWith(SITE));
    assert.equal(status, 1);
    assert.match(output, /\.deployed\.json\.gz 损坏了。改法：[^]*桶里没有改动/);
  }
  assert.deepEqual(changes(), []);
});

test('--purge removes the versions that the bucket keeps, or says that it cannot', async () => {
  const project = projectWith(SITE);
  const none = await deploy(project, ['--purge']);
  assert.match(none.output, /这个桶不留旧版本/);
  store.setFault(
    ({ url = '' }, answer) => url.includes('?versioning') && refuse(answer, 501, 'NotImplemented'),
  );
  const unable = await deploy(project, ['--purge']);
  assert.equal(unable.status, 1, unable.output);
  assert.match(unable.output, /已经发布，但没有删去旧版本/);

  const xml = (answer: ServerResponse, body: string) => {
    answer.writeHead(200, { 'Content-Type': 'application/xml' });
    answer.end(`<?xml version="1.0"?>${body}`);
    return true;
  };
  const removed: string[] = [];
  store.setFault(({ method, url = '' }, answer) => {
    const query = new URL(url, store.endpoint).searchParams;
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
  assert.equal((await deploy(projectWith(kept))).status, 0);
  const purged = await deploy(projectWith(kept), ['--purge']);
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
    const { status, output } = await deploy(project, words, settings);
    assert.equal(status, 1, output);
    assert.match(output, message);
  }
  assert.deepEqual(store.log, []);
});

test('a path is read in no time, and one that no address can have is refused', () => {
  const prefixOf = (path: string) =>
    readTarget(`s3://${BUCKET}${path}`, 'https://store.example', KEYS).prefix;
  assert.deepEqual(['', '/', '/open', '/open/v1.0/'].map(prefixOf), [
    '',
    '',
    'open/',
    'open/v1.0/',
  ]);
  const refused = [
    '/答复',
    `/${'a'.repeat(60)}答`,
    '/a b',
    '/../x',
    '/x/..',
    '/a//b',
    '//a',
    '/./x',
  ];
  for (const path of refused)
    assert.throws(() => prefixOf(path), { message: /桶的写法不对。改法：/ }, path);
});

test('a store that does not accept the keys is named, and they are not', async () => {
  const refusals: [string, RegExp][] = [
    ['InvalidAccessKeyId', /不认识这个密钥/],
    ['SignatureDoesNotMatch', /密钥不对/],
    ['<b>', /回答的不像是对象存储/],
  ];
  for (const [code, message] of refusals) {
    store.setFault((_, answer) => refuse(answer, 400, code));
    const { status, output } = await deploy(projectWith(SITE));
    assert.equal(status, 1, output);
    assert.match(output, message);
    assert.match(output, /没有发布；桶里没有改动/);
  }
});
