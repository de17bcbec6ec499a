import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { DIVIDER } from '../../src/outputs/text.ts';
import { receivedFileName } from '../../src/letter/labels.ts';
import { useSite } from '../support/open.ts';
import { readerView } from '../support/reader-view.ts';
import { letters } from '../support/letters.ts';
import { bare, DIST, pagePaths, read } from '../support/site.ts';
import { withChineseVoice } from '../support/speech.ts';

const open = useSite();

/** The words of a page that are not marked as editorial. */
const notOurs = (page: Page) =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const node of copy.querySelectorAll('[data-by=editor], script')) node.remove();
    return copy.textContent ?? '';
  });

test('there is a letter to test', () => assert.ok(letters.some(({ key }) => key === 'rd17-3/273')));

for (const letter of letters) {
  const { path, receivedText: received, title: lines } = letter;
  test(`${path}: without scripts and without what is ours, the page is the letter`, async () => {
    const page = await open(path, { javaScriptEnabled: false });
    assert.ok((await page.locator('[data-by=editor]').count()) > 10);
    // Without scripts the page cannot drop its editorial text; its source can, read by the same browser.
    const html = await page.content();
    await page.close();
    const reader = await open('404.html');
    await reader.setContent(html);
    const text = await notOurs(reader);
    await reader.close();
    assert.equal(bare(text), received);
  });

  test(`${path}: reader view holds the whole letter, in order, with its headings`, async () => {
    const page = await open(path);
    const headings = await page.$$eval('.letter-text h2, .letter-text h3', (nodes) =>
      nodes.map((n) => n.textContent),
    );
    const view = await readerView(page);
    await page.close();
    const title = bare(lines.join(''));
    assert.ok(bare(view.title).includes(title));
    const below = received.slice(received.indexOf(title) + title.length);
    assert.ok(bare(view.text).includes(below), bare(view.text));
    assert.deepEqual(
      headings.filter((heading) => !view.headings.includes(heading)),
      [],
    );
  });

  const file = receivedFileName(letter);
  test(`${path}: letter.txt is the letter above its divider, ${file} the received bytes`, () => {
    const [above = '', ours = ''] = read(`${path}letter.txt`).split(DIVIDER);
    assert.equal(bare(above), received);
    assert.match(ours, /本站所加/);
    const source = readFileSync(`${DIST}/${path}${file}`);
    assert.deepEqual(source, readFileSync(`content/${letter.received.file}`));
    const sha256 = createHash('sha256').update(source).digest('hex');
    assert.ok(read(`${path}index.html`).includes(sha256));
    assert.ok(read(`${path}letter.jsonld`).includes(sha256));
  });
}

for (const { path, receivedText: received } of letters)
  test(`${path}: the letter stays the letter whatever the reader does`, async () => {
    const page = await open(path, {}, withChineseVoice);
    for (const name of ['大字', '朗读', '复制链接', '用手机打开']) {
      await page.click(`text=${name}`);
      if (name === '朗读') await page.waitForSelector('.reading');
      assert.equal(bare(await notOurs(page)), received, name);
    }
    await page.close();
  });

test('all words of the other pages are ours', async () => {
  for (const path of pagePaths().filter((one) => !letters.some((letter) => letter.path === one))) {
    const page = await open(path);
    assert.equal(bare(await notOurs(page)), '', path);
    await page.close();
  }
});

test('letter 273 is the file that was received', () =>
  assert.equal(
    createHash('sha256').update(readFileSync('content/rd17-3/273.txt')).digest('hex'),
    '2001c41b58a45a694e78ac3eb50e2fde25aae7ea4dba7ef3c719b2c049a9095c',
  ));
