import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createRelease, activate } from './lib/releases.ts';
import { formatLedgerFile, LEDGER } from '../src/permalinks/ledger.ts';
import { ask } from '../tests/support/ask.ts';
import { isFull } from '../tests/support/full.ts';
import { startNginx } from '../tests/support/hosts.ts';
import { KILL, KILL_STRIDE } from '../tests/support/kills.ts';
import { newFolder, run } from '../tests/support/project.ts';
import { DIST } from '../tests/support/site.ts';
import { snapshot } from '../tests/support/snapshot.ts';

const script = join(process.cwd(), 'scripts/deploy.ts');

/** A project folder that contains only a built site for the public, with these words on its home page. */
function projectWith(
  home: string,
  address = 'https://gov.example/',
  footer = '<footer data-answerable>主办</footer>',
) {
  const project = newFolder();
  mkdirSync(join(project, 'dist/about'), { recursive: true });
  writeFileSync(join(project, 'dist/index.html'), `${home}${footer}`);
  writeFileSync(join(project, 'dist/about/index.html'), '关于');
  writeFileSync(join(project, 'dist/robots.txt'), `Sitemap: ${address}sitemap-index.xml\n`);
  return project;
}
const deploy = (project: string, ...words: string[]) => run(project, [script, ...words]);
const built = (project: string) => snapshot(join(project, 'dist'));
const [first, second, third] = ['一', '二', '三'].map((home) => projectWith(home)) as [
  string,
  string,
  string,
];

test('a site is published, replaced, and the former one brought back', () => {
  const served = join(newFolder(), 'replies');
  for (const project of [first, second, third]) {
    const { status, output } = deploy(project, served);
    assert.equal(status, 0, output);
    assert.match(output, /^已发布到 /);
    assert.deepEqual(snapshot(served), built(project));
  }
  assert.match(deploy(third, served, '--rollback').output, /已退回 .*发布的一版/);
  assert.deepEqual(snapshot(served), built(second));
  // A withdrawn release is not the previous version of the next release.
  deploy(first, served);
  deploy(third, served, '--rollback');
  assert.deepEqual(snapshot(served), built(second));
  assert.ok(readdirSync(join(served, '../.replies.releases')).length <= 3);
});

test('an empty folder is taken over; without a former version there is nothing to return to', () => {
  const served = newFolder();
  assert.equal(deploy(first, served).status, 0);
  assert.deepEqual(snapshot(served), built(first));
  const { status, output } = deploy(first, served, '--rollback');
  assert.equal(status, 1);
  assert.match(output, /没有可以退回的上一版/);
  assert.deepEqual(snapshot(served), built(first));
});

test('with --purge no earlier release is left, and there is nothing to return to', () => {
  const served = join(newFolder(), 'replies');
  for (const project of [first, second]) deploy(project, served);
  const { status, output } = deploy(third, served, '--purge');
  assert.equal(status, 0, output);
  assert.match(output, /以前的各版已删去/);
  assert.deepEqual(snapshot(served), built(third));
  assert.equal(readdirSync(join(served, '../.replies.releases')).length, 1);
  assert.match(deploy(third, served, '--rollback').output, /没有可以退回的上一版/);
  assert.equal(deploy(third, served, '--rollback', '--purge').status, 1);
  assert.deepEqual(snapshot(served), built(third));
});

test('no rollback brings back what was withheld or withdrawn', () => {
  const page = 'rd17-3/9/';
  const row = (title: string) => formatLedgerFile([[page, new Map([['title', title]])]]);
  /** A project with a letter whose page has these words, and its title in the ledger. */
  const projectOf = (words: string, title: string) => {
    const project = projectWith(words);
    mkdirSync(join(project, 'dist', page), { recursive: true });
    mkdirSync(join(project, LEDGER), { recursive: true });
    writeFileSync(join(project, 'dist', page, 'index.html'), words);
    for (const file of ['dist/addresses.txt', `${LEDGER}/rd17-3.txt`])
      writeFileSync(join(project, file), row(title));
    return project;
  };
  const whole = projectOf('张三、李四', '00112233');
  const once = projectOf('（依法不公开）、李四', 'withheld');
  const twice = projectOf('（依法不公开）、（依法不公开）', 'withheld');
  for (const [former, latter] of [
    [whole, once],
    [once, twice],
  ] as const) {
    const served = join(newFolder(), 'replies');
    for (const project of [former, latter]) assert.equal(deploy(project, served).status, 0);
    const { status, output } = deploy(latter, served, '--rollback');
    assert.equal(status, 1);
    assert.match(output, /上一版里，\/rd17-3\/9\/ 还有.*不能退回。改法：.*--purge/);
    assert.deepEqual(snapshot(served), built(latter));
  }
  // A site that was built before, with the ledger of after.
  writeFileSync(join(whole, LEDGER, 'rd17-3.txt'), row('withheld'));
  const stale = deploy(whole, join(newFolder(), 'replies'));
  assert.equal(stale.status, 1);
  assert.match(stale.output, /\/rd17-3\/9\/ 还有已经撤下或依法不公开的文字.*改法：重新生成/);
  const served = join(newFolder(), 'replies');
  for (const project of [once, once]) deploy(project, served);
  assert.equal(deploy(once, served, '--rollback').status, 0);
});

for (const [what, prepare, message] of [
  ['the root of the disk', () => '/', /是本项目的文件夹，或在其内，或在其上/],
  ['the project', (project: string) => project, /是本项目的文件夹/],
  ['a folder in the project', (project: string) => join(project, 'dist'), /是本项目的文件夹/],
  ['a folder of nowhere', () => '/nowhere/replies', /没有文件夹 \/nowhere/],
  ['no folder', () => '', /写法：npm run deploy/],
] as const)
  test(`not published: to ${what}`, () => {
    const project = projectWith('家');
    const { status, output } = deploy(project, prepare(project));
    assert.equal(status, 1);
    assert.match(output, message);
    assert.match(output, /原来的网站没有改动/);
  });

test('not published: over what is not ours', () => {
  const parent = newFolder();
  mkdirSync(join(parent, 'home'));
  writeFileSync(join(parent, 'home/letter.doc'), '');
  writeFileSync(join(parent, 'file'), '');
  symlinkSync('home', join(parent, 'link'));
  for (const name of ['home', 'file', 'link']) {
    const { status, output } = deploy(first, join(parent, name));
    assert.equal(status, 1);
    assert.match(output, /已有别的内容/);
  }
  assert.deepEqual(readdirSync(parent).sort(), ['file', 'home', 'link']);
});

test('not published: a site for this machine alone, or none', () => {
  const served = join(newFolder(), 'replies');
  for (const address of [
    'http://localhost:4321/',
    'http://127.0.0.1/',
    'https://[::1]:8443/a/',
    '',
  ])
    assert.match(deploy(projectWith('家', address), served).output, /设定 SITE_URL/, address);
  assert.match(deploy(newFolder(), served).output, /先运行 npm run build/);
  const nameless = projectWith('家', 'https://gov.example/', '<footer></footer>');
  assert.match(deploy(nameless, served).output, /没有写明由谁主办.*publisher.*contact/);
  assert.ok(!existsSync(served));
});

test('not published: a letter that the ledger does not know, or with a ledger that is not whole', () => {
  const project = projectWith('家');
  const served = join(newFolder(), 'replies');
  const page = (path: string, html: string) => {
    mkdirSync(join(project, 'dist', path), { recursive: true });
    writeFileSync(join(project, 'dist', path, 'index.html'), html);
  };
  page('rd17-3/9/', '答复');
  page('rd17-3/8/', '<meta http-equiv="refresh" content="0; url=/rd17-3/9/">');
  const refused = deploy(project, served);
  assert.equal(refused.status, 1);
  assert.match(refused.output, /^\/rd17-3\/9\/没有登记.*改法：运行 npm run record/);
  assert.ok(!existsSync(served));
  const entries = ['source.txt', 'title'].map((name): [string, string] => [name, '01234567']);
  const text = formatLedgerFile([['rd17-3/9/', new Map(entries)]]);
  mkdirSync(join(project, LEDGER), { recursive: true });
  writeFileSync(join(project, LEDGER, 'rd17-3.txt'), text.replace('title=0', 'title=1'));
  assert.match(deploy(project, served).output, /content\/addresses\/rd17-3\.txt:4 .*\n.*改法.*git/);
  writeFileSync(join(project, LEDGER, 'rd17-3.txt'), text);
  const { status, output } = deploy(project, served);
  assert.equal(status, 0, output);
});

test('a deployment by an earlier version of this tool is replaced, and brought back', () => {
  const parent = newFolder();
  const served = join(parent, 'replies');
  const [before, current] = [1, 2].map((day) => `2026-11-0${day}T00-00-00-000Z-abcd-999999999`) as [
    string,
    string,
  ];
  for (const [id, project] of [
    [before, first],
    [current, second],
  ] as const)
    cpSync(join(project, 'dist'), join(parent, '.replies.versions', id, 'site'), {
      recursive: true,
    });
  writeFileSync(join(parent, '.replies.versions', current, 'former'), before);
  symlinkSync(`.replies.versions/${current}/site`, served);
  const { status, output } = deploy(third, served);
  assert.equal(status, 0, output);
  assert.match(output, /2026-11-02 00:00:00（UTC）发布的上一版还在/);
  assert.deepEqual(snapshot(served), built(third));
  assert.match(deploy(third, served, '--rollback').output, /已退回 2026-11-02 00:00:00/);
  assert.deepEqual(snapshot(served), built(second));
  assert.deepEqual(readdirSync(parent).sort(), ['.replies.versions', 'replies']);
});

test('a rollback goes to the release that an earlier version of this tool named', () => {
  const parent = newFolder();
  const served = join(parent, 'replies');
  deploy(first, served);
  deploy(second, served);
  const store = join(parent, '.replies.releases');
  for (const id of readdirSync(store))
    if (existsSync(join(store, id, 'previous')))
      renameSync(join(store, id, 'previous'), join(store, id, 'former'));
  renameSync(store, join(parent, '.replies.versions'));
  const link = readlinkSync(served).replace('releases', 'versions');
  rmSync(served);
  symlinkSync(link, served);
  assert.equal(deploy(third, served, '--rollback').status, 0);
  assert.deepEqual(snapshot(served), built(first));
});

test('killed at one of its steps, one version or the other is served, and it is whole', async () => {
  const served = join(newFolder(), 'replies');
  deploy(first, served);
  deploy(second, served);
  const end = async (step: number) => {
    const env = { ...process.env, KILL_AT: `${step} ^(?!read)` };
    const child = spawn(process.execPath, [KILL, script, served], {
      cwd: third,
      env,
      detached: true,
    });
    return ((await once(child, 'close')) as [number | null, string | null])[1];
  };
  let step = 1;
  for (; (await end(step)) === 'SIGKILL'; step += KILL_STRIDE) {
    const now = snapshot(served);
    const older = now['index.html'] === built(second)['index.html'];
    assert.deepEqual(now, built(older ? second : third));
  }
  assert.ok(step > 8, String(step));
  assert.deepEqual(snapshot(served), built(third));
});

test('a full disk changes nothing', () => {
  const served = join(newFolder(), 'replies');
  deploy(first, served);
  const large = projectWith('大'.repeat(100_000));
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `ulimit -f 16; exec "$0" "$@"`, process.execPath, script, served],
    { cwd: large, encoding: 'utf8' },
  );
  assert.equal(status, 1);
  assert.match(stderr, /磁盘已满.*\n.*没有改动/);
  assert.deepEqual(snapshot(served), built(first));
  assert.equal(readdirSync(join(served, '../.replies.releases')).length, 1);
});

/** Runs an action under a umask, which the processes that it starts inherit. */
function under<T>(mask: number, action: () => T): T {
  const before = process.umask(mask);
  try {
    return action();
  } finally {
    process.umask(before);
  }
}
const modesBelow = (folder: string) =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isSymbolicLink())
      .map((entry) => {
        const mode = (lstatSync(join(entry.parentPath, entry.name)).mode & 0o7777).toString(8);
        return `${entry.isDirectory() ? 'folder' : 'file'} ${mode}`;
      }),
  );

test('whatever the umask of build and deployment, the web server can read the site', async () => {
  const masks = isFull ? [0o022, 0o027, 0o077] : [0o077];
  for (const built of masks)
    for (const deployed of masks) {
      const project = under(built, () => projectWith('家'));
      const parent = newFolder();
      chmodSync(parent, 0o755);
      const served = join(parent, 'replies');
      under(deployed, () => deploy(project, served));
      const store = join(parent, '.replies.releases');
      assert.deepEqual(modesBelow(parent), new Set(['folder 755', 'file 644']));
      // A store that an earlier deployment closed is opened again by a rollback too.
      under(deployed, () => deploy(second, served));
      chmodSync(store, 0o750);
      deploy(second, served, '--rollback');
      const host = await startNginx(served, 'www-data');
      const { status } = await ask(host, '/about/');
      host.stop();
      assert.equal(
        status,
        200,
        `built under ${built.toString(8)}, deployed under ${deployed.toString(8)}`,
      );
    }
});

test('readers of nginx see no error while the site is replaced twenty times', async () => {
  const served = join(newFolder(), 'replies');
  const replace = (turn: number) => {
    const version = createRelease(served);
    cpSync(DIST, version.site, { recursive: true, dereference: true });
    writeFileSync(join(version.site, 'turn.txt'), `${turn} `.repeat(9999));
    activate(version);
  };
  replace(0);
  const host = await startNginx(served);
  const address = `https://localhost:${host.port}/rd17-3/273/`;
  const wrk = spawn('wrk', ['-c64', '-t1', '-d60s', '--timeout', '30s', address]);
  const ended = once(wrk, 'close');
  let said = '';
  wrk.stdout.on('data', (text) => (said += text));
  for (let turn = 1; turn <= 20; turn++) {
    replace(turn);
    const { status, body } = await ask(host, '/turn.txt');
    assert.equal(status, 200);
    assert.equal(body.toString(), `${turn} `.repeat(9999));
  }
  wrk.kill('SIGINT');
  await ended;
  host.stop();
  assert.match(said, /[1-9]\d* requests in/);
  assert.doesNotMatch(said, /errors|Non-2xx/);
});
