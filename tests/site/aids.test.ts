import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { letterText } from '../../src/letter/text.ts';
import { brotli } from '../../bench/weight.ts';
import { useSite } from '../support/open.ts';
import { letters } from '../support/letters.ts';
import { read } from '../support/site.ts';

const LETTER = 'rd17-3/273/';
const TITLE = '对市十七届人大三次会议第273号建议的答复';
const html = read(`${LETTER}index.html`);
const address = /rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '';
const open = useSite();
/** Under the page's own policy, as readers meet it. */
const visit = (prepare?: (page: Page) => Promise<unknown>, options: BrowserContextOptions = {}) =>
  open(LETTER, { bypassCSP: false, viewport: { width: 375, height: 800 }, ...options }, prepare);
/** The number of a paragraph, which is its link. */
const numberOf = (id: string) => `.paragraph-number[href="#${id}"]`;
const status = (page: Page) => page.locator('[role=status]').textContent();

test('the inline script is at most 1,000 bytes as brotli', () => {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => script,
  );
  assert.ok(brotli(scripts.join('')) <= 1000);
});

test('without scripts no control is seen that would do nothing', async () => {
  const page = await open(LETTER, { javaScriptEnabled: false });
  assert.equal(await page.locator('button:visible').count(), 0);
  assert.equal(await page.locator('.paragraph-number:visible').count(), 8);
  await page.close();
});

test('大字 sets 30 px or more and targets of 60 px, and is remembered', async () => {
  const page = await visit();
  const size = () => page.$eval('#p1', (node) => parseFloat(getComputedStyle(node).fontSize));
  assert.ok((await size()) >= 20);
  await page.click('text=大字');
  assert.ok((await size()) >= 30);
  const box = await page.locator('text=大字').boundingBox();
  assert.ok(box && box.width >= 60 && box.height >= 60);
  await page.reload();
  assert.ok((await size()) >= 30);
  assert.equal(await page.getAttribute('text=大字', 'aria-pressed'), 'true');
  await page.click('text=大字');
  await page.reload();
  assert.ok((await size()) < 30);
  await page.close();
});

test('大字 works where the device remembers nothing', async () => {
  const page = await visit((blank) =>
    blank.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    ),
  );
  await page.click('text=大字');
  assert.ok((await page.$eval('#p1', (node) => parseFloat(getComputedStyle(node).fontSize))) >= 30);
  await page.close();
});

test('复制链接 copies the address of the page, a number the words and the address of its paragraph', async () => {
  const page = await visit((blank) =>
    blank.context().grantPermissions(['clipboard-read', 'clipboard-write']),
  );
  /** The content of the clipboard after a click. */
  const copiedBy = async (selector: string) => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.click(selector);
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  assert.equal(await copiedBy('text=复制链接'), address);
  await page.waitForSelector('[role=status]:text("链接已复制")');
  const letter = letters.find(({ path }) => path === LETTER)!;
  for (const id of ['p1', 'p4', 'p8']) {
    const words = letterText(letter).find((fragment) => fragment.id === id)!.text;
    assert.equal(await copiedBy(numberOf(id)), `${words}\n${address}#${id}`);
  }
  await page.click(numberOf('p4'));
  assert.equal(new URL(page.url()).hash, '#p4');
  await page.close();
});

test('a link within the page moves the focus to its target, without scripts too', async () => {
  const page = await visit(async () => {}, { javaScriptEnabled: false });
  // The folded contents and facts hold links, too.
  await page.$$eval('details', (folds) => folds.forEach((fold) => (fold.open = true)));
  const targets = await page.$$eval('a[href^="#"]', (links) => [
    ...new Set(links.map((link) => link.getAttribute('href')!)),
  ]);
  assert.ok(targets.length > 30, String(targets.length));
  for (const target of targets) {
    const link = page.locator(`a[href="${target}"]`).last();
    await link.focus();
    await page.keyboard.press('Enter');
    const isThere = await page.evaluate(
      (id) => document.activeElement === document.getElementById(id),
      decodeURIComponent(target.slice(1)),
    );
    assert.ok(isThere, target);
  }
  await page.close();
});

test('the letter is a region of its own, and the first link of the page leads into it', async () => {
  const page = await visit();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'letter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement?.closest('#letter') !== null));
  assert.ok(await page.getByRole('region', { name: '答复正文' }).isVisible());
  await page.close();
});

test('where there is no clipboard, the address is shown to be copied by hand', async () => {
  const page = await visit((blank) =>
    blank.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
  );
  await page.click(numberOf('p4'));
  assert.equal(await status(page), `${address}#p4`);
  await page.close();
});

test('分享 hands over title and address; a reader who thinks better of it is not bothered', async () => {
  const page = await visit((blank) =>
    blank.addInitScript(() => {
      const shared: unknown[] = [];
      const share = async (data: unknown) => {
        shared.push(data);
        if (shared.length > 1) throw new DOMException('no', 'AbortError');
      };
      Object.defineProperty(navigator, 'share', { value: share });
      Object.assign(window, { shared });
    }),
  );
  await page.click('text=分享');
  assert.equal(await status(page), '已分享');
  assert.deepEqual(await page.evaluate('shared'), [{ title: TITLE, url: address }]);
  await page.click(numberOf('p1'));
  assert.deepEqual(await page.evaluate('shared[1]'), { title: TITLE, url: `${address}#p1` });
  // The status message disappears after a while.
  assert.match((await status(page)) ?? '', /^(已分享)?$/);
  await page.close();
});
