import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
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
import { pathToFileURL } from 'node:url';
import { placeSite, removeBuild, restoreSite, startSite } from './lib/site-folder.ts';
import { copyProject, environment, newFolder, run } from '../tests/support/project.ts';
import { DIST } from '../tests/support/site.ts';
import { snapshot } from '../tests/support/snapshot.ts';

/** Replaces `dist` in a folder by a site of these files, as a build does in its last step. */
function placeFiles(folder: string, files: Record<string, string>): void {
  const build = startSite(join(folder, 'dist'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(build.site, name), text);
  placeSite(build);
  removeBuild(build);
}

/** A copy of the project with an older site in `dist`. */
function projectWithSite() {
  const folder = copyProject();
  const dist = join(folder, 'dist');
  cpSync(DIST, dist, { recursive: true });
  writeFileSync(join(dist, 'index.html'), 'the older home page');
  return { folder, dist, older: snapshot(dist) };
}

/** The files of a folder as text. */
const textsIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

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
const buildsIn = (folder: string) => readdirSync(join(folder, '.dist.build'));
const kill = `--import=${join(process.cwd(), 'tests/support/kill.ts')}`;

describe('the older site stays whole, byte for byte,', { concurrency: true }, () => {
  for (const [when, at] of [
    ['while the pages are written', '3 writeFileSync .*html$'],
    ['while the site is verified', '1 readFileSync .*/site/rd17-3/273/source\\.txt$'],
    ['right before it takes its place', '1 renameSync .*/dist .*/old$'],
  ] as const)
    test(`when the build is killed ${when}`, async () => {
      const { folder, dist, older } = projectWithSite();
      const { signal, output } = await build(folder, { NODE_OPTIONS: kill, KILL_AT: at });
      assert.equal(signal, 'SIGKILL', output);
      assert.deepEqual(snapshot(dist), older);
      assert.equal(buildsIn(folder).length, 1, 'the killed one is left');
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
    const { signal, output } = await build(folder, { NODE_OPTIONS: kill, KILL_AT: at });
    assert.equal(signal, 'SIGKILL', output);
    assert.ok(!existsSync(dist));
    run(folder, ['scripts/deploy.ts', join(newFolder(), 'replies')]);
    assert.deepEqual(snapshot(dist), older);
    assert.deepEqual(buildsIn(folder), []);
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

test('a build killed at any step leaves one whole site, or the next command restores it', async () => {
  const folder = newFolder();
  const [older, newer] = ['older', 'newer'].map((text) => ({ 'index.html': text, kept: 'kept' }));
  const script = join(folder, 'place.ts');
  const lib = pathToFileURL(join(process.cwd(), 'scripts/lib/site-folder.ts')).href;
  writeFileSync(
    script,
    `import { writeFileSync } from 'node:fs';
    import { placeSite, removeBuild, startSite } from '${lib}';
    const build = startSite('dist');
    for (const [name, text] of ${JSON.stringify(Object.entries(newer!))})
      writeFileSync(build.site + '/' + name, text);
    placeSite(build);
    removeBuild(build);`,
  );
  const dist = join(folder, 'dist');
  const sites: string[] = [];
  for (let step = 1; ; step++) {
    placeFiles(folder, older!);
    const child = spawn(process.execPath, [kill, script], {
      cwd: folder,
      env: { ...process.env, KILL_AT: `${step} ^(?!read)` },
      detached: true,
    });
    if (((await once(child, 'close')) as [number | null, string | null])[1] !== 'SIGKILL') break;
    if (!existsSync(dist)) sites.push('none');
    restoreSite(dist);
    const site = { 'index.html': '', ...textsIn(dist) };
    assert.deepEqual(site, site['index.html'] === 'older' ? older : newer);
    sites.push(site['index.html']);
    assert.deepEqual(buildsIn(folder), []);
  }
  assert.deepEqual([...new Set(sites)], ['older', 'none', 'newer']);
  assert.deepEqual(textsIn(dist), newer);
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
