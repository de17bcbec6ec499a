import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import * as client from '../../src/client/index.ts';
import { useFixture } from '../support/fixtures.ts';
import { filesOf } from '../support/site.ts';

const LICENSES = readFileSync('public/licenses.txt', 'utf8');
const county = useFixture('county');
const bare = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** The packages whose code or fonts are in the files of a site, with the file of each licence. */
const SHIPPED: Record<string, string> = {
  pagefind: 'LICENSE/LICENSE',
  '@expo-google-fonts/noto-serif-sc': 'LICENSE_FONT',
  '@expo-google-fonts/noto-sans-sc': 'LICENSE_FONT',
  '@expo-google-fonts/noto-serif': 'LICENSE_FONT',
  '@expo-google-fonts/noto-sans-symbols-2': 'LICENSE_FONT',
};
const isNoticed = (name: string) => Object.hasOwn(SHIPPED, name);
/** The package of an imported name: `@a/b/c` is of `@a/b`. */
const packageOf = (name: string) => /^(?:@[^/]+\/)?[^/]+/.exec(name)![0];

test('the licence of every package that is shipped is in licenses.txt, and goes out with the site', () => {
  for (const [name, file] of Object.entries(SHIPPED)) {
    assert.match(LICENSES, new RegExp(`^${name}: `, 'm'));
    const licence = readFileSync(join('node_modules', name, file), 'utf8');
    // The fonts have one licence, each with its own copyright.
    const text = name === 'pagefind' ? licence : licence.slice(licence.indexOf('PREAMBLE'));
    assert.ok(bare(LICENSES).includes(bare(text)), name);
  }
  assert.equal(county.read('licenses.txt'), LICENSES);
});

test('the faces of the PDF are noticed', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const name of Object.keys(dependencies))
    if (name.includes('font')) assert.ok(isNoticed(name), name);
});

test('the scripts for readers contain no package without a notice', async () => {
  const entryPoints = filesOf('src/client')
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && file !== 'index.ts')
    .map((file) => join('src/client', file));
  assert.ok(entryPoints.length >= 4);
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    write: false,
    outdir: 'none',
    metafile: true,
  });
  for (const file of Object.keys(metafile.inputs)) {
    const [, name] = /node_modules\/(.*)/.exec(file) ?? [];
    assert.ok(!name || isNoticed(packageOf(name)), file);
  }
});

test('components and styles import no package without a notice', () => {
  const sources = filesOf('src').filter((file) => /\.(astro|css)$/.test(file));
  assert.ok(sources.length > 40);
  for (const file of sources) {
    const text = readFileSync(join('src', file), 'utf8').replaceAll(/^import type .*/gm, '');
    for (const [, name = ''] of text.matchAll(/(?:from|import|@import) '([^.'][^']*)'/g))
      assert.ok(isNoticed(packageOf(name)), `${file} imports ${name}`);
  }
});

test('every script of the site is its own or of a package with a notice', () => {
  const own = Object.values(client).filter((script) => typeof script === 'string');
  // A page may hold two scripts as one.
  const isOwn = (script: string) =>
    own
      .reduce((rest, text) => rest.replace(text.trim(), ''), script)
      .replace(/^const SHARDS=\d+;/, '')
      .trim() === '';
  const read = (file: string) => readFileSync(join(county.dist, file), 'utf8');
  const files = filesOf(county.dist);
  const foreign = files.filter(
    (file) => /\.(m?js|css|wasm|woff2?|ttf)$/.test(file) && !isOwn(read(file)),
  );
  assert.deepEqual(foreign, ['pagefind/pagefind.js']);
  for (const file of files.filter((name) => name.endsWith('.html')))
    for (const [, script = ''] of read(file).matchAll(/<script>(.*?)<\/script>/gs))
      assert.ok(isOwn(script), file);
});
