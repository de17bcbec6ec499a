import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readBuiltSite } from '../../src/built-site.ts';
import { unrecordedAddresses } from '../../src/permalinks/published.ts';
import { fingerprints } from '../../src/permalinks/fingerprints.ts';
import { loadLedger } from '../../src/permalinks/ledger.ts';
import { letter } from '../support/content.ts';
import { allElements, attribute, readHtml, textOf } from '../support/html.ts';
import { astroBuild, copyProject, run } from '../support/project.ts';
import { RECEIVED, SAMPLE } from '../support/sample.ts';
import { DIST, letters } from '../support/site.ts';
import { faults } from '../support/valid.ts';

test('every address of the site is in the ledger, and so are the words of its letters', () => {
  const ledger = loadLedger(process.cwd());
  assert.deepEqual(
    unrecordedAddresses(ledger, readBuiltSite(DIST)),
    [],
    'run npm run record, and commit content/addresses',
  );
  for (const letter of letters)
    for (const [mark, print] of fingerprints(letter))
      assert.equal(ledger.get(letter.path)?.entries.get(mark), print, `${letter.path} ${mark}`);
});

/** A copy of the project with two more letters, one corrected: a paragraph of it went. */
function withCorrection() {
  const folder = copyProject();
  const file = (name: string) => join(folder, name);
  const bureau = (text: string) => text.replace(/某某局(?=\]|\n2019)/, '慈溪市经济和信息化局');
  const correction =
    '{date: 2026-12-01 10:00, what: 删去误录的一段, why: 与原件不符, removed: [p5]}';
  const markdown = SAMPLE.replace('source:\n', `corrections:\n  - ${correction}\nsource:\n`);
  writeFileSync(file('content/rd17-3/9.md'), bureau(markdown));
  writeFileSync(file('content/rd17-3/9.txt'), bureau(RECEIVED));
  writeFileSync(file('content/rd17-3/10.md'), letter(10, bureau(SAMPLE)));
  writeFileSync(file('content/rd17-3/10.txt'), letter(10, bureau(RECEIVED)));
  return {
    build: () => run(folder, astroBuild),
    record: () => run(folder, ['scripts/record.ts']),
    read: (name: string) => readFileSync(file(name), 'utf8'),
    write: (name: string, text: string) => writeFileSync(file(name), text),
    file,
  };
}
const project = withCorrection();

test('a correction is shown on the page and in all that says when it changed', async () => {
  const { status, output } = project.build();
  assert.equal(status, 0, output);
  assert.match(output, /个新网址还没有登记.*npm run record/);
  const html = project.read('dist/rd17-3/9/index.html');
  assert.deepEqual(await faults(project.file('dist/rd17-3/9/index.html')), []);
  const elements = allElements(readHtml(html));
  const section = elements.find((one) => attribute(one, 'aria-labelledby') === 'corrections')!;
  assert.equal(attribute(section, 'data-by'), 'editor');
  const words = '2026年12月1日：删去误录的一段。原因：与原件不符。';
  assert.ok(textOf(section).includes(words));
  assert.ok(allElements(section).some((one) => attribute(one, 'id') === 'p5'));
  const facts = elements.filter(({ tagName }) => tagName === 'dt' || tagName === 'dd');
  assert.match(facts.map((one) => textOf(one)).join(''), /最近更正2026年12月1日/);
  const moment = '2026-12-01T10:00:00+08:00';
  assert.ok(html.includes(`<meta name="DCTERMS.modified" content="${moment}">`));
  const [page, letter] = JSON.parse(project.read('dist/rd17-3/9/letter.jsonld'))['@graph'];
  assert.equal(page.dateModified, moment);
  assert.equal(page.datePublished, '2026-11-23T09:00:00+08:00');
  assert.deepEqual(letter.correction, [
    {
      '@type': 'CorrectionComment',
      text: '删去误录的一段。原因：与原件不符。',
      datePublished: moment,
    },
  ]);
  assert.match(project.read('dist/sitemap-0.xml'), /rd17-3\/9\/<\/loc><lastmod>2026-12-01T02:00/);
  assert.ok(project.read('dist/rd17-3/9/letter.txt').split('────────')[1]?.includes(words));
});

test('what is recorded may not be lost; a page may move, and leads on from where it was', () => {
  const { status, output } = project.record();
  assert.equal(status, 0, output);
  const row = project.read('content/addresses/rd17-3.txt');
  assert.match(row, /^rd17-3\/9\/ .*#p4=[0-9a-f]{8} #p5 #p6=.* letter\.txt /m);
  assert.match(output, /^登记了 [1-9]\d* 个新网址/);
  assert.match(project.record().output, /^没有新的内容要登记/);
  assert.equal(project.build().output.includes('还没有登记'), false);

  for (const name of ['9.md', '9.txt']) rmSync(project.file(`content/rd17-3/${name}`));
  const sign = project.read('src/components/letter/SignOff.astro');
  project.write('src/components/letter/SignOff.astro', sign.replace("? 'sign'", "? 'signed'"));
  const broken = project.build();
  assert.equal(broken.status, 1, broken.output);
  assert.match(
    broken.output,
    /rd17-3\.txt:\d+ {2}公布过的网址 \/rd17-3\/9\/ 不见了\n.*moved.*from:/,
  );
  assert.match(broken.output, /公布过的 \/rd17-3\/273\/#sign 不见了/);
  assert.doesNotMatch(broken.output, /\n +at /, 'a clerk needs no stack');

  project.write('src/components/letter/SignOff.astro', sign);
  const site = project.read('content/site.yaml');
  project.write('content/site.yaml', `${site}moved:\n  - {from: rd17-3/9/, to: rd17-3/273/}\n`);
  const moved = project.build();
  assert.equal(moved.status, 0, moved.output);
  const page = project.read('dist/rd17-3/9/index.html');
  assert.match(page, /<meta http-equiv="refresh" content="0; url=\/rd17-3\/273\/">/);
  assert.match(page, /rel="canonical" href="http:\/\/localhost:4321\/rd17-3\/273\/"/);
  assert.match(page, /<a href="\/rd17-3\/273\/">/);
  assert.doesNotMatch(project.read('dist/sitemap-0.xml'), /rd17-3\/9\//);
  assert.ok(!existsSync(project.file('dist/rd17-3/9/letter.txt')));
});
