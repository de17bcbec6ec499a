import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { useFixture } from '../support/fixtures.ts';
import { astroBuild, copyProject, run } from '../support/project.ts';
import { DIST, filesOf, isCompressed } from '../support/site.ts';
import { faults } from '../support/valid.ts';

const again = useFixture('again');
const corrected = useFixture('corrected');
const county = useFixture('county');

test('two builds of one state are equal, byte for byte, wherever and with what fonts they are made', () => {
  assert.deepEqual(filesOf(again.dist), filesOf(DIST));
  for (const file of filesOf(DIST))
    assert.ok(readFileSync(join(again.dist, file)).equals(readFileSync(join(DIST, file))), file);
});

for (const [name, { dist, read }, address] of [
  ['PDFs', corrected, 'https://gov.example/open/replies/'],
  ['a search', county, 'https://gov.example/replies/'],
] as const)
  test(`SITE_URL moves every address of a site with ${name}, below a path too`, () => {
    const { pathname } = new URL(address);
    for (const file of filesOf(dist)) {
      if (/source\.txt$|\.svg$|\.png$|^pagefind\//.test(file) || isCompressed(file)) continue;
      const text = read(file);
      assert.doesNotMatch(text, /localhost/, file);
      for (const [, path = ''] of text.matchAll(/(?:href|src)="(\/[^"]*)"/g))
        assert.ok(path.startsWith(pathname), `${file}: ${path}`);
      for (const [url] of text.matchAll(/https:\/\/gov\.example[^"<\s]*/g))
        assert.ok(url.startsWith(address), `${file}: ${url}`);
    }
    assert.ok(read('robots.txt').includes(`Sitemap: ${address}sitemap-index.xml`));
    // Baidu processes no index of sitemaps.
    assert.ok(read('robots.txt').includes(`Sitemap: ${address}sitemap-0.xml`));
    assert.ok(read('sitemap-0.xml').includes(`<loc>${address}rd17-3/273/</loc>`));
  });

test('a letter with every part builds valid, and its links within land', async () => {
  const { dist, read } = corrected;
  for (const file of [
    'index.html',
    'rd17-3/index.html',
    'rd17-3/9/index.html',
    'rd17-3/10/index.html',
  ])
    assert.deepEqual(await faults(join(dist, file)), []);
  const page = read('rd17-3/10/');
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, 'each id stands once');
  for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(id), `#${id}`);
});

test('an address that is none is refused in Chinese', () => {
  const { status, output } = run(process.cwd(), ['scripts/build.ts'], { SITE_URL: 'example.org' });
  assert.equal(status, 1);
  assert.match(output, /SITE_URL.*不是网址.*改法/);
});

test('one changed character stops astro build alone, and nothing is built', () => {
  const folder = copyProject();
  const file = join(folder, 'content/rd17-3/273.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('2044.06亿元', '2044.60亿元'));
  const { status, output } = run(folder, astroBuild);
  assert.equal(status, 1, output);
  assert.match(output, /273\.txt:14 .*【0】.*\n.*273\.md:\d+ .*【6】/);
  assert.ok(!existsSync(join(folder, 'dist')));
});
