import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { serve } from '../../scripts/lib/server.ts';
import { readBuiltSite } from '../../src/built-site.ts';
import { unrecordedAddresses } from '../../src/permalinks/published.ts';
import { fingerprints } from '../../src/permalinks/fingerprints.ts';
import { DIVIDER } from '../../src/outputs/text.ts';
import { formatLedgerFile, loadLedger, readLedger } from '../../src/permalinks/ledger.ts';
import { launch } from '../support/browser.ts';
import { useFixture } from '../support/fixtures.ts';
import { allElements, attribute, readHtml, textOf } from '../support/html.ts';
import { astroBuild, copyProject, run, withoutTypst } from '../support/project.ts';
import { letters } from '../support/letters.ts';
import { DIST } from '../support/site.ts';

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

const { folder, dist, log, read } = useFixture('corrected');

test('a correction is shown on the page and in all that says when it changed', () => {
  assert.match(log(), /个新网址还没有登记.*npm run record/);
  const html = read('rd17-3/9/');
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
  const [page, letter] = JSON.parse(read('rd17-3/9/letter.jsonld'))['@graph'];
  assert.equal(page.dateModified, moment);
  assert.equal(page.datePublished, '2026-11-23T09:00:00+08:00');
  assert.deepEqual(letter.correction, [
    {
      '@type': 'CorrectionComment',
      text: '删去误录的一段。原因：与原件不符。',
      datePublished: moment,
    },
  ]);
  assert.match(read('sitemap-0.xml'), /rd17-3\/9\/<\/loc><lastmod>2026-12-01T02:00/);
  assert.ok(read('rd17-3/9/letter.txt').split(DIVIDER)[1]?.includes(words));
});

test('what is recorded may not be lost; a letter may move, and leads on from where it was', async () => {
  const copy = copyProject(folder);
  const file = (name: string) => join(copy, name);
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(file(name), change(readFileSync(file(name), 'utf8')));
  const build = () => run(copy, astroBuild, withoutTypst);
  /** Changes a file of the ledger, and adjusts its last line. */
  const editLedger = (name: string, change: (text: string) => string) => {
    edit(name, change);
    const pages = [...readLedger(copy).ledger].filter(([, page]) => page.file === name);
    edit(name, () => formatLedgerFile(pages.map(([path, page]) => [path, page.entries])));
  };

  const { status, output } = run(copy, ['scripts/record.ts']);
  assert.equal(status, 0, output);
  const row = readFileSync(file('content/addresses/rd17-3.txt'), 'utf8');
  assert.match(row, /^rd17-3\/9\/ .*#p4=[0-9a-f]{8} #p5 #p6=.* letter\.txt /m);
  assert.match(output, /^登记了 [1-9]\d* 个新网址/);
  assert.match(run(copy, ['scripts/record.ts']).output, /^没有新的内容要登记/);
  assert.deepEqual(unrecordedAddresses(loadLedger(copy), readBuiltSite(dist)), []);

  const letter = (key: string) => `content/rd17-3/${key}`;
  for (const ending of ['md', 'txt', 'figures.yaml'])
    renameSync(file(`${letter('273')}.${ending}`), file(`${letter('273-2')}.${ending}`));
  // A fragment that was recorded for a page and no longer exists.
  editLedger('content/addresses/rd17-3.txt', (text) =>
    text.replace(/^(rd17-3\/9\/ .*?) #/m, '$1 #gone #'),
  );
  const broken = build();
  assert.equal(broken.status, 1, broken.output);
  assert.match(
    broken.output,
    /rd17-3\.txt:\d+ {2}公布过的网址 \/rd17-3\/273\/ 不见了\n.*moved.*from:/,
  );
  assert.match(broken.output, /公布过的 \/rd17-3\/9\/#gone 不见了/);
  assert.doesNotMatch(broken.output, /\n +at /, 'a clerk needs no stack');

  editLedger('content/addresses/rd17-3.txt', (text) => text.replace(' #gone', ''));
  for (const ending of ['md', 'txt', 'proposal.md', 'proposal.txt'])
    renameSync(file(`${letter('9')}.${ending}`), file(`${letter('9-2')}.${ending}`));
  const rows = ['273', '9'].map((key) => `  - {from: rd17-3/${key}/, to: rd17-3/${key}-2/}\n`);
  edit('content/site.yaml', (text) => `${text}moved:\n${rows.join('')}`);
  const moved = build();
  assert.equal(moved.status, 0, moved.output);
  const page = readFileSync(file('dist/rd17-3/273/index.html'), 'utf8');
  assert.match(page, /rel="canonical" href="http:\/\/localhost:4321\/rd17-3\/273-2\/"/);
  assert.doesNotMatch(readFileSync(file('dist/sitemap-0.xml'), 'utf8'), /rd17-3\/273\//);
  for (const name of ['letter.txt', 'source.txt', 'letter.jsonld', 'figures.csv', 'qr.svg'])
    assert.ok(
      readFileSync(file(`dist/rd17-3/273/${name}`)).equals(
        readFileSync(file(`dist/rd17-3/273-2/${name}`)),
      ),
      name,
    );
  const proposal = readFileSync(file('dist/rd17-3/9/proposal/index.html'), 'utf8');
  assert.match(proposal, /rel="canonical" href="[^"]+\/rd17-3\/9-2\/proposal\/"/);
  assert.ok(existsSync(file('dist/rd17-3/9/proposal/source.txt')));

  const [browser, site] = await Promise.all([launch(), serve(file('dist'))]);
  try {
    for (const [javaScriptEnabled, address, target] of [
      [true, 'rd17-3/273/#p4', 'rd17-3/273-2/#p4'],
      [true, 'rd17-3/273/', 'rd17-3/273-2/'],
      [false, 'rd17-3/273/#p4', 'rd17-3/273-2/'],
      [true, 'rd17-3/273/figures/', 'rd17-3/273/figures/'],
    ] as const) {
      const tab = await browser.newPage({ javaScriptEnabled });
      const problems: string[] = [];
      tab.on('console', (said) => {
        // A browser may also ask for favicon.ico, of which a redirect says nothing.
        if (said.text().includes('Content Security Policy')) problems.push(said.text());
      });
      await tab.goto(site.url + address);
      await tab.waitForURL(site.url + target);
      assert.equal(await tab.locator('main').count(), 1, address);
      assert.deepEqual(problems, [], 'the policy allows the script');
      await tab.close();
    }
  } finally {
    await browser.close();
    site.close();
  }
});
