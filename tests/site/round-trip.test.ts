import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { verifySite } from '../../src/verify/index.ts';
import { readBuiltSite } from '../../src/built-site.ts';
import { publishedAddresses } from '../../src/permalinks/published.ts';
import type { Addition } from '../../src/intake/add.ts';
import { fingerprints } from '../../src/permalinks/fingerprints.ts';
import { receivedFileName } from '../../src/letter/labels.ts';
import { LOCAL_URL } from '../../src/site/public-url.ts';
import { launch } from '../support/browser.ts';
import { assertAllWords, assertPage } from '../support/formats.ts';
import { useFixture } from '../support/fixtures.ts';
import { readerView } from '../support/reader-view.ts';
import { addCase, cases } from '../support/received.ts';
import { readReceived, wholeText } from '../../src/received/index.ts';
import { lettersOf } from '../support/letters.ts';
import { bare } from '../support/site.ts';
import { faults } from '../support/valid.ts';

const { folder, dist, read, built } = useFixture('received');
let browser: Browser;
/** All letters of the site, and the letters that were added. */
let published: Awaited<ReturnType<typeof lettersOf>>;
let letters: typeof published;
const added: (Addition & { bytes: Buffer })[] = [];

before(async () => {
  await built();
  // The words that the build read in the PDFs: those of the same bytes are not read again.
  cpSync(join(folder, '.cache/pdf-words'), '.cache/pdf-words', { recursive: true });
  browser = await launch();
  for (const one of cases.filter(({ expected }) => expected.exit !== 1))
    added.push({ ...(await addCase(one)), bytes: readFileSync(one.file) });
  published = await lettersOf(folder);
  letters = published.filter(({ key }) => added.some((one) => one.key === key));
});
after(() => browser.close());

test('every letter that was added says on its page and in every format what was received', async () => {
  assert.ok(letters.length >= 30, String(letters.length));
  for (const letter of letters) {
    const content = (name: string) => readFileSync(join(dist, letter.path, name));
    assertPage(letter, String(content('index.html')));
    await assertAllWords(letter, content, letter.receivedText);
  }
});

test('every letter that was added is whole in reader view', async () => {
  const page = await browser.newPage({ bypassCSP: true });
  /** Letters by the place of their document number: above the title or below. */
  const numbered = { above: 0, below: 0 };
  for (const letter of letters) {
    await page.setContent(read(letter.path));
    const { text } = await readerView(page);
    const title = letter.titleSupplied ? '' : bare(letter.title.join(''));
    const whole = letter.receivedText;
    assert.ok(bare(text).includes(whole.slice(whole.indexOf(title) + title.length)), letter.key);
    const number = bare(letter.docNumber ?? '');
    if (number !== '') numbered[whole.indexOf(number) < whole.indexOf(title) ? 'above' : 'below']++;
  }
  assert.ok(numbered.above > 0 && numbered.below > 0, JSON.stringify(numbered));
});

test('the site with every letter that was added is proved, whatever file each came in', async () => {
  assert.deepEqual(
    await verifySite(dist, { letters: published, withdrawn: [] }, new URL(LOCAL_URL)),
    [],
  );
});

test('every letter that was added is served as it came, a Word file as its text, on a valid page', async () => {
  for (const { key, received, bytes } of added.filter(({ draft }) => !draft)) {
    const name = receivedFileName(published.find((letter) => letter.key === key)!);
    const served = readFileSync(join(dist, key, name));
    if (received.endsWith('.docx'))
      assert.equal(bare(String(served)), bare(wholeText(await readReceived(bytes, 'docx'))));
    else assert.ok(served.equals(bytes) && name.endsWith(extname(received)), received);
    assert.match(read(`${key}/`), new RegExp(`href="[^"]*/${RegExp.escape(name)}"`), received);
    assert.deepEqual(await faults(join(dist, key, 'index.html')), []);
  }
});

test('what the ledger keeps of a letter that was added is a file or place of the site', () => {
  const pages = publishedAddresses(readBuiltSite(dist));
  for (const letter of letters)
    for (const mark of fingerprints(letter).keys())
      if (!['title', 'corrections'].includes(mark))
        assert.ok(pages.get(`${letter.key}/`)?.has(mark), `${letter.key} ${mark}`);
});

test('a reader is told of a file in another encoding, and the host by its name', () => {
  const { key } = letters.find(({ received }) => received.encoding === 'GB18030')!;
  const page = read(`${key}/`);
  assert.match(page, /收到的原文（GB18030 编码）/);
  assert.match(page, /source\.gb18030\.txt" type="text\/plain; charset=gb18030"/);
});

test('a draft is nowhere in the built site', () => {
  const drafts = added.filter(({ draft }) => draft);
  assert.ok(drafts.length > 3);
  for (const { key, found } of drafts) {
    assert.ok(!existsSync(join(dist, key)), key);
    const words = [`/${key}/`, found.parts.title.join('')].filter(Boolean);
    for (const page of ['index.html', 'sitemap-0.xml', 'about/index.html'])
      for (const word of words) assert.ok(!read(page).includes(word), `${page}: ${word}`);
  }
});

test('a bureau that nobody registered has its place on the about page, which the ledger keeps', () => {
  const about = read('about/index.html');
  const kept = publishedAddresses(readBuiltSite(dist)).get('about/');
  for (const { signatories } of letters)
    for (const name of signatories) {
      assert.ok(about.includes(`<li id="${name}">`), name);
      assert.ok(kept?.has(`#${name}`), name);
    }
  assert.ok(!kept?.has('#网址不变'), 'a heading is no place to be cited');
});
