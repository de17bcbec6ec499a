import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { astroBuild, copyProject, run } from '../support/project.ts';
import { RECEIVED, SAMPLE } from '../support/sample.ts';
import { DIST, filesOf, isCompressed } from '../support/site.ts';
import { faults } from '../support/valid.ts';

test('two builds of one state are equal, byte for byte, wherever and with what fonts they are made', () => {
  const folder = copyProject();
  const elsewhere = {
    TZ: 'America/Los_Angeles',
    LC_ALL: 'tr_TR.UTF-8',
    FONTCONFIG_FILE: join(process.cwd(), 'src/typst/no-fonts.conf'),
  };
  const { status, output } = run(folder, astroBuild, elsewhere);
  assert.equal(status, 0, output);
  const built = join(folder, 'dist');
  assert.deepEqual(filesOf(built), filesOf(DIST));
  for (const file of filesOf(DIST))
    assert.ok(readFileSync(join(built, file)).equals(readFileSync(join(DIST, file))), file);
});

test('SITE_URL moves every address, below a path too', () => {
  const folder = copyProject();
  const { status, output } = run(folder, astroBuild, {
    SITE_URL: 'https://gov.example/open/replies',
  });
  assert.equal(status, 0, output);
  for (const file of filesOf(join(folder, 'dist'))) {
    if (/source\.txt$|\.svg$|\.png$/.test(file) || isCompressed(file)) continue;
    const text = readFileSync(join(folder, 'dist', file), 'utf8');
    assert.doesNotMatch(text, /localhost/, file);
    for (const [, path = ''] of text.matchAll(/(?:href|src)="(\/[^"]*)"/g))
      assert.ok(path.startsWith('/open/replies/'), `${file}: ${path}`);
    for (const [url] of text.matchAll(/https:\/\/gov\.example[^"<\s]*/g))
      assert.ok(url.startsWith('https://gov.example/open/replies/'), `${file}: ${url}`);
  }
  const read = (file: string) => readFileSync(join(folder, 'dist', file), 'utf8');
  assert.match(
    read('robots.txt'),
    /Sitemap: https:\/\/gov\.example\/open\/replies\/sitemap-index\.xml/,
  );
  assert.match(
    read('sitemap-0.xml'),
    /<loc>https:\/\/gov\.example\/open\/replies\/rd17-3\/273\/<\/loc>/,
  );
});

test('a second letter with every part builds valid, and says what was received', async () => {
  const folder = copyProject();
  writeFileSync(
    join(folder, 'content/rd17-3/9.md'),
    SAMPLE.replace('某某局]', '慈溪市经济和信息化局]'),
  );
  writeFileSync(
    join(folder, 'content/rd17-3/9.txt'),
    RECEIVED.replace('\n某某局', '\n慈溪市经济和信息化局'),
  );
  const { status, output } = run(folder, astroBuild);
  assert.equal(status, 0, output);
  for (const file of ['index.html', 'rd17-3/index.html', 'rd17-3/9/index.html'])
    assert.deepEqual(await faults(join(folder, 'dist', file)), []);
  const page = readFileSync(join(folder, 'dist/rd17-3/9/index.html'), 'utf8');
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, 'each id stands once');
  for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(id), `#${id}`);
});

test('an address that is none is refused in Chinese', () => {
  const { status, output } = run(process.cwd(), ['scripts/build.ts'], { SITE_URL: 'example.org' });
  assert.equal(status, 1);
  assert.match(output, /SITE_URL.*不是网址.*改法/);
});

for (const [name, command] of [
  ['npm run build', ['scripts/build.ts']],
  ['astro alone', astroBuild],
] as const)
  test(`one changed character stops ${name}, and nothing is built`, () => {
    const folder = copyProject();
    const file = join(folder, 'content/rd17-3/273.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('2044.06亿元', '2044.60亿元'));
    const { status, output } = run(folder, [...command]);
    assert.equal(status, 1, output);
    assert.match(output, /273\.txt:14 .*【0】.*\n.*273\.md:\d+ .*【6】/);
    assert.ok(!existsSync(join(folder, 'dist')));
  });
