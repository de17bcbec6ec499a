import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { restoreSite } from './lib/site-folder.ts';
import { build, buildsIn, placeFiles, projectWithSite, textsIn } from '../tests/support/builds.ts';
import { KILL } from '../tests/support/kills.ts';
import { newFolder } from '../tests/support/project.ts';
import { DIST } from '../tests/support/site.ts';
import { snapshot } from '../tests/support/snapshot.ts';

describe('the older site stays whole, byte for byte,', { concurrency: true }, () => {
  for (const [when, at] of [
    ['while the pages are written', '3 writeFileSync .*html$'],
    ['while the site is verified', '1 readFileSync .*/site/rd17-3/273/source\\.txt$'],
    ['right before it takes its place', '1 renameSync .*/dist .*/old$'],
  ] as const)
    test(`when the build is killed ${when}`, async () => {
      const { folder, dist, older } = projectWithSite();
      const { signal, output } = await build(folder, { NODE_OPTIONS: KILL, KILL_AT: at });
      assert.equal(signal, 'SIGKILL', output);
      assert.deepEqual(snapshot(dist), older);
      assert.equal(buildsIn(folder).length, 1, 'the killed one is left');
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
    const child = spawn(process.execPath, [KILL, script], {
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
