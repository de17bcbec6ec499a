import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { brotli } from '../../bench/weight.ts';
import { useSite } from '../support/open.ts';
import { letters } from '../support/letters.ts';
import { bare, read } from '../support/site.ts';
import { withChineseVoice } from '../support/speech.ts';

const LETTER = 'rd17-3/273/';
const TITLE = '对市十七届人大三次会议第273号建议的答复';
const html = read(`${LETTER}index.html`);
const address = /rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '';
const open = useSite();
/** Under the page's own policy, as readers meet it. */
const visit = (prepare?: (page: Page) => Promise<unknown>) =>
  open(LETTER, { bypassCSP: false, viewport: { width: 375, height: 800 } }, prepare);
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

test('大字 sets 28 px or more, and is remembered', async () => {
  const page = await visit();
  const size = () => page.$eval('#p1', (node) => parseFloat(getComputedStyle(node).fontSize));
  assert.ok((await size()) >= 20);
  const box = await page.locator('text=大字').boundingBox();
  assert.ok(box && box.width >= 60 && box.height >= 60);
  await page.click('text=大字');
  assert.ok((await size()) >= 28);
  await page.reload();
  assert.ok((await size()) >= 28);
  assert.equal(await page.getAttribute('text=大字', 'aria-pressed'), 'true');
  await page.click('text=大字');
  await page.reload();
  assert.ok((await size()) < 28);
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
  assert.ok((await page.$eval('#p1', (node) => parseFloat(getComputedStyle(node).fontSize))) >= 28);
  await page.close();
});

test('复制链接 gives the title and the permanent address, of page and of paragraph', async () => {
  const page = await visit((blank) =>
    blank.context().grantPermissions(['clipboard-read', 'clipboard-write']),
  );
  /** What is in the clipboard once a click has put something there. */
  const copiedBy = async (selector: string) => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.click(selector);
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  assert.equal(await copiedBy('text=复制链接'), `${TITLE}\n${address}`);
  await page.waitForSelector('[role=status]:text("链接已复制")');
  const inSection = `${TITLE} 二、着力缓解融资难问题\n${address}#p4`;
  assert.equal(await copiedBy('#p4 .paragraph-number'), inSection);
  // 下一步 is our heading, and the closing belongs to no section.
  for (const id of ['p7', 'p8'])
    assert.equal(await copiedBy(`#${id} .paragraph-number`), `${TITLE}\n${address}#${id}`);
  await page.click('#p4 .paragraph-number');
  assert.equal(new URL(page.url()).hash, '#p4');
  await page.close();
});

test('where there is no clipboard, the address is shown to be copied by hand', async () => {
  const page = await visit((blank) =>
    blank.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
  );
  await page.click('#p4 .paragraph-number');
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
  assert.deepEqual(await page.evaluate('shared'), [{ text: TITLE, url: address }]);
  await page.click('#p1 .paragraph-number');
  assert.deepEqual(await page.evaluate('shared[1]'), { text: TITLE, url: `${address}#p1` });
  // What was said goes after a while.
  assert.match((await status(page)) ?? '', /^(已分享)?$/);
  await page.close();
});

test('朗读 is not offered without a Chinese voice, and never starts or loads by itself', async () => {
  const page = await visit();
  assert.equal(await page.locator('text=朗读').isVisible(), false);
  await page.close();
  const requests: string[] = [];
  const voiced = await visit(async (blank) => {
    await withChineseVoice(blank);
    blank.on('request', (request) => requests.push(request.url()));
  });
  assert.ok(await voiced.locator('text=朗读').isVisible());
  assert.ok(!requests.some((url) => url.endsWith('aloud.js')));
  assert.deepEqual(await voiced.evaluate('spoken'), []);
  await voiced.close();
});

test('朗读 reads the whole letter and nothing else, marks its place, pauses, goes on and stops', async () => {
  const page = await visit(withChineseVoice);
  await page.click('text=朗读');
  await page.waitForSelector('h1.reading');
  const finish = (times: number) => page.evaluate(`for (let i = 0; i < ${times}; i++) finish()`);
  await finish(2);
  assert.equal(await page.getAttribute('.reading', 'id'), 'p1');
  await page.click('text=暂停');
  const spoken = await page.evaluate<string[]>('spoken');
  await page.click('text=继续');
  assert.equal((await page.evaluate<string[]>('spoken')).at(-1), spoken.at(-1));
  await page.click('text=停止');
  assert.equal(await status(page), '已停止');
  assert.equal(await page.locator('.reading').count(), 0);
  await page.evaluate('spoken.length = 0');
  await page.click('text=朗读');
  await finish(200);
  assert.equal(await status(page), '朗读完毕');
  assert.equal(
    bare((await page.evaluate<string[]>('spoken')).join('')),
    letters.find(({ path }) => path === LETTER)?.receivedText,
  );
  await page.close();
});
