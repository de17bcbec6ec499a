import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { build, buildsIn, placeFiles, projectWithSite, textsIn } from '../tests/support/builds.ts';
import { KILL } from '../tests/support/kills.ts';
import { newFolder, run } from '../tests/support/project.ts';
import { snapshot } from '../tests/support/snapshot.ts';

describe('the older site stays whole, byte for byte,', { concurrency: true }, () => {
  for (const [what, file, from, to, message] of [
    [
      'one character of a letter is wrong',
      'content/rd17-3/273.md',
      '2044.06亿元',
      '2044.60亿元',
      /273\.txt:14 .*【0】.*\n.*273\.md:\d+ .*【6】/,
    ],
    [
      'a page says another word',
      'src/components/letter/Words.astro',
      '    {unit}\n',
      '    {unit}然\n',
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
      assert.deepEqual(buildsIn(folder), []);
    });

  test('when the disk is full', async () => {
    const { folder, dist, older } = projectWithSite();
    const { status, output } = await build(folder, {}, 'ulimit -f 40;');
    assert.equal(status, 1, output);
    assert.match(output, /EFBIG|File too large|磁盘已满/);
    assert.deepEqual(snapshot(dist), older);
    assert.deepEqual(buildsIn(folder), []);
  });

  test('when the folder of builds cannot be written', async () => {
    const { folder, dist, older } = projectWithSite();
    writeFileSync(join(folder, '.dist.build'), '');
    const { status, output } = await build(folder);
    assert.equal(status, 1);
    assert.match(output, /要用的文件夹已是别的文件.*\.dist\.build/);
    assert.deepEqual(snapshot(dist), older);
  });

  test('when the build is killed between the two renames, and the next command restores it', async () => {
    const { folder, dist, older } = projectWithSite();
    const at = '1 renameSync .*/site .*/dist$';
    const { signal, output } = await build(folder, { NODE_OPTIONS: KILL, KILL_AT: at });
    assert.equal(signal, 'SIGKILL', output);
    assert.ok(!existsSync(dist));
    run(folder, ['scripts/deploy.ts', join(newFolder(), 'replies')]);
    assert.deepEqual(snapshot(dist), older);
    assert.deepEqual(buildsIn(folder), []);
  });
});

test('what a killed build left goes with the next one; what one makes that still runs stays', () => {
  const folder = newFolder();
  const [killed, running] = [999_999_999, process.ppid].map(
    (id) => `2026-11-01T00-00-00-000Z-abcd-${id}`,
  ) as [string, string];
  for (const id of [killed, running])
    mkdirSync(join(folder, '.dist.build', id), { recursive: true });
  placeFiles(folder, {});
  assert.deepEqual(buildsIn(folder), [running]);
});

test('a dist that is a link, as this tool once made it, becomes a folder', () => {
  const folder = newFolder();
  const site = '.dist.versions/2026-11-01T00-00-00-000Z-abcd-999999999/site';
  mkdirSync(join(folder, site), { recursive: true });
  writeFileSync(join(folder, site, 'kept'), 'kept');
  const day = new Date('2026-11-01T00:00:00Z');
  utimesSync(join(folder, site, 'kept'), day, day);
  symlinkSync(site, join(folder, 'dist'));
  placeFiles(folder, { kept: 'kept', 'index.html': 'newer' });
  assert.ok(lstatSync(join(folder, 'dist')).isDirectory());
  assert.deepEqual(textsIn(join(folder, 'dist')), { kept: 'kept', 'index.html': 'newer' });
  assert.equal(statSync(join(folder, 'dist/kept')).mtime.getTime(), day.getTime());
  assert.deepEqual(readdirSync(folder).sort(), ['.dist.build', 'dist']);
});

test('a file that stays the same keeps its date, and with it its ETag', () => {
  const folder = newFolder();
  const day = new Date('2026-11-01T00:00:00Z');
  placeFiles(folder, { changed: 'older', kept: 'kept' });
  for (const name of ['changed', 'kept']) utimesSync(join(folder, 'dist', name), day, day);
  placeFiles(folder, { changed: 'newer', kept: 'kept' });
  const dateOf = (file: string) => statSync(join(folder, 'dist', file)).mtime.getTime();
  assert.equal(dateOf('kept'), day.getTime());
  assert.notEqual(dateOf('changed'), day.getTime());
});

test('whatever the umask, every user can read dist', () => {
  for (const mask of [0o022, 0o027, 0o077]) {
    const folder = newFolder();
    const before = process.umask(mask);
    try {
      placeFiles(folder, { 'index.html': '' });
    } finally {
      process.umask(before);
    }
    const modeOf = (path: string) => (lstatSync(join(folder, path)).mode & 0o7777).toString(8);
    assert.deepEqual([modeOf('dist'), modeOf('dist/index.html')], ['755', '644']);
  }
});
