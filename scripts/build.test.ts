import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createRelease, activate } from './lib/releases.ts';
import { copyProject, environment, newFolder } from '../tests/support/project.ts';
import { DIST } from '../tests/support/site.ts';
import { snapshot } from '../tests/support/snapshot.ts';

/** A copy of the project whose `dist` holds an older site. */
function projectWithSite() {
  const folder = copyProject();
  const version = createRelease(join(folder, 'dist'));
  cpSync(DIST, version.site, { recursive: true, dereference: true });
  writeFileSync(join(version.site, 'index.html'), 'the older home page');
  activate(version);
  return { folder, dist: join(folder, 'dist'), older: snapshot(join(folder, 'dist')) };
}

/** Builds as `npm run build` does, in a process group of its own. */
async function build(folder: string, settings: Record<string, string> = {}, before = '') {
  const command = `${before} exec "${process.execPath}" scripts/build.ts`;
  const child = spawn('sh', ['-c', command], {
    cwd: folder,
    detached: true,
    env: environment(settings),
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { status, signal, output };
}
const versionsOf = (folder: string) => readdirSync(join(folder, '.dist.versions'));
const kill = `--import=${join(process.cwd(), 'tests/support/kill.ts')}`;

describe('the older site stays whole, byte for byte,', { concurrency: true }, () => {
  for (const [when, at] of [
    ['while the pages are written', '3 writeFileSync .*html$'],
    ['while the site is proved', '20 readFileSync .*/site/.*\\.gz$'],
    ['right before it takes its place', '1 renameSync .*/dist$'],
  ] as const)
    test(`when the build is killed ${when}`, async () => {
      const { folder, dist, older } = projectWithSite();
      const { signal, output } = await build(folder, { NODE_OPTIONS: kill, KILL_AT: at });
      assert.equal(signal, 'SIGKILL', output);
      assert.deepEqual(snapshot(dist), older);
      assert.equal(versionsOf(folder).length, 2, 'the killed one is left');
    });

  for (const [what, file, from, to, message] of [
    ['a letter is wrong', 'content/rd17-3/273.md', '2044.06', '2044.60', /273\.txt:14/],
    [
      'a page says another word',
      'src/components/letter/Words.astro',
      ': text,',
      ": '然' + text,",
      /第 \d+ 字起应是/,
    ],
  ] as const)
    test(`when ${what}`, async () => {
      const { folder, dist, older } = projectWithSite();
      const text = readFileSync(join(folder, file), 'utf8');
      assert.ok(text.includes(from));
      writeFileSync(join(folder, file), text.replace(from, to));
      const { status, output } = await build(folder);
      assert.equal(status, 1, output);
      assert.match(output, message);
      assert.match(output, /没有生成新的网站/);
      assert.deepEqual(snapshot(dist), older);
      assert.equal(versionsOf(folder).length, 1);
    });

  test('when the disk is full', async () => {
    const { folder, dist, older } = projectWithSite();
    const { status, output } = await build(folder, {}, 'ulimit -f 40;');
    assert.equal(status, 1, output);
    assert.match(output, /EFBIG|File too large|磁盘已满/);
    assert.deepEqual(snapshot(dist), older);
    assert.equal(versionsOf(folder).length, 1);
  });

  test('when the folder of versions cannot be written', async () => {
    const folder = copyProject();
    cpSync(DIST, join(folder, 'dist'), { recursive: true, dereference: true });
    writeFileSync(join(folder, '.dist.versions'), '');
    const { status, output } = await build(folder);
    assert.equal(status, 1);
    assert.match(output, /要用的文件夹已是别的文件.*\.dist\.versions/);
    assert.deepEqual(snapshot(join(folder, 'dist')), snapshot(DIST));
  });

  test('when two builds run at once, until one of them takes its place', async () => {
    const { folder, dist } = projectWithSite();
    const both = await Promise.all([build(folder), build(folder)]);
    for (const { status, output } of both) assert.equal(status, 0, output);
    assert.deepEqual(snapshot(dist), snapshot(DIST));
    const shared = readdirSync(join(folder, '.cache'));
    assert.ok(!shared.includes('astro'), 'neither read the content of the other');
  });
});

test('what a killed build left goes with the next one; what one makes that still runs stays', () => {
  const folder = newFolder();
  const [killed, running] = [999_999_999, process.ppid].map(
    (id) => `2026-11-01T00-00-00-000Z-abcd-${id}`,
  ) as [string, string];
  for (const id of [killed, running])
    mkdirSync(join(folder, '.dist.versions', id), { recursive: true });
  createRelease(join(folder, 'dist'));
  assert.ok(versionsOf(folder).includes(running));
  assert.ok(!versionsOf(folder).includes(killed));
});

test('a plain folder that a killed build had put aside is back with the next one', () => {
  const folder = newFolder();
  const killed = '2026-11-01T00-00-00-000Z-abcd-999999999';
  mkdirSync(join(folder, '.dist.versions', killed, 'replaced'), { recursive: true });
  writeFileSync(join(folder, '.dist.versions', killed, 'replaced/index.html'), 'older');
  createRelease(join(folder, 'dist'));
  assert.equal(readFileSync(join(folder, 'dist/index.html'), 'utf8'), 'older');
});

test('a file that stays the same keeps its date, and with it its ETag', () => {
  const served = join(newFolder(), 'served');
  const day = new Date('2026-11-01T00:00:00Z');
  for (const word of ['older', 'newer']) {
    const version = createRelease(served);
    for (const file of ['changed.txt', 'kept.txt']) {
      writeFileSync(join(version.site, file), file === 'kept.txt' ? 'kept' : word);
      if (word === 'older') utimesSync(join(version.site, file), day, day);
    }
    activate(version);
  }
  const dateOf = (file: string) => statSync(join(served, file)).mtime.getTime();
  assert.equal(dateOf('kept.txt'), day.getTime());
  assert.notEqual(dateOf('changed.txt'), day.getTime());
});
