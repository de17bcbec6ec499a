import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { letterText } from '../../src/letter/text.ts';
import { useFixture } from '../support/fixtures.ts';
import { letters, lettersOf } from '../support/letters.ts';
import { useSite } from '../support/open.ts';
import { bare } from '../support/site.ts';
import { withChineseVoice, withDevice, type Device } from '../support/speech.ts';

const LETTER = 'rd17-3/273/';
const corrected = useFixture('corrected');
const open = useSite();
const openFixture = useSite(corrected, '/open/replies/');
/** Under the page's own policy, as readers meet it. */
const visit = (prepare: (page: Page) => Promise<unknown>, options: BrowserContextOptions = {}) =>
  open(LETTER, { bypassCSP: false, viewport: { width: 375, height: 800 }, ...options }, prepare);
/** Opens the letter on a device whose clock stands still until a test moves it. */
const visitOn = (device: Device) =>
  visit(async (page) => {
    await page.clock.install();
    await withDevice(page, device);
  });
const status = (page: Page) => page.locator('[role=status]').textContent();
const isOffered = (page: Page) => page.locator('.aids-aloud').isVisible();
/** Starts reading, and waits until the script has been fetched and run. */
async function start(page: Page): Promise<void> {
  await page.click('text=朗读');
  await page.locator('text=停止').waitFor({ state: 'attached' });
}
/** Ends utterances, one after the other. */
const finish = (page: Page, times: number) =>
  page.evaluate(`for (let i = 0; i < ${times}; i++) finish()`);
const spoken = (page: Page) =>
  page.evaluate<{ text: string; voice: string; lang: string }[]>('spoken');
const texts = async (page: Page) => (await spoken(page)).map(({ text }) => text);

test('朗读 is not offered without a Chinese voice, and never starts or loads by itself', async () => {
  const page = await visit(async () => {});
  assert.equal(await isOffered(page), false);
  await page.close();
  const requests: string[] = [];
  const voiced = await visit(async (blank) => {
    await withChineseVoice(blank);
    blank.on('request', (request) => requests.push(request.url()));
  });
  assert.ok(await isOffered(voiced));
  assert.ok(!requests.some((url) => url.endsWith('aloud.js')));
  assert.deepEqual(await spoken(voiced), []);
  await voiced.close();
});

test('朗读 reads the whole letter and nothing else, marks its place, pauses, goes on and stops', async () => {
  const page = await visit(withChineseVoice);
  await start(page);
  await page.waitForSelector('h1.reading');
  await finish(page, 2);
  assert.equal(await page.getAttribute('.reading', 'id'), 'p1');
  await page.click('text=暂停');
  const before = await texts(page);
  await page.click('text=继续');
  assert.equal((await texts(page)).at(-1), before.at(-1));
  await page.click('text=停止');
  assert.equal(await status(page), '已停止');
  assert.equal(await page.locator('.reading').count(), 0);
  await page.evaluate('spoken.length = 0');
  await page.click('text=朗读');
  await finish(page, 200);
  assert.equal(await status(page), '朗读完毕');
  const all = await texts(page);
  assert.equal(bare(all.join('')), letters.find(({ path }) => path === LETTER)?.receivedText);
  assert.deepEqual(
    all.filter((text) => text.length > 60),
    [],
  );
  await page.close();
});

test('朗读 reads every part of a letter, each cell of a table for itself', async () => {
  const page = await openFixture('rd17-3/10/', {}, withChineseVoice);
  await start(page);
  await finish(page, 100);
  const letter = (await lettersOf(corrected.folder)).find(({ key }) => key === 'rd17-3/10')!;
  const all = await texts(page);
  assert.equal(
    bare(all.join('')),
    bare(
      letterText(letter)
        .map(({ text }) => text)
        .join(''),
    ),
  );
  const at = all.indexOf('桥');
  assert.deepEqual(all.slice(at, at + 4), ['桥', '长', '东门桥', '30米']);
  await page.close();
});

test('朗读 speaks 普通话 where the device has it, and says so where it has none', async () => {
  const page = await visitOn({ voices: ['zh-HK', 'zh-TW', 'zh-CN'] });
  await start(page);
  const [first] = await spoken(page);
  assert.deepEqual([first?.voice, first?.lang], ['zh-CN', 'zh-CN']);
  await page.close();
  const cantonese = await visitOn({ voices: ['zh-HK', 'en-US'] });
  await start(cantonese);
  assert.equal(await status(cantonese), '这台设备没有普通话语音，不能朗读');
  assert.deepEqual(await spoken(cantonese), []);
  assert.equal(await cantonese.locator('text=停止').isVisible(), false);
  await cantonese.close();
});

for (const reportsVoices of [true, false])
  test(`朗读 is offered when the voices come later, ${reportsVoices ? 'with' : 'without'} a report`, async () => {
    const voicesAfter = reportsVoices ? 60_000 : 4000;
    const page = await visitOn({ voices: ['zh-CN'], voicesAfter, reportsVoices });
    assert.equal(await isOffered(page), false);
    await page.clock.runFor(voicesAfter + 500);
    assert.ok(await isOffered(page));
    await page.close();
  });

for (const [what, engine, seconds] of [
  ['speaks nothing', 'silent', 5],
  ['reports a start but makes no sound', 'soundless', 5],
  ['reports no end', 'endless', 35],
] as const)
  test(`朗读 says so and stops if the device ${what}`, async () => {
    const page = await visitOn({ voices: ['zh-CN'], engine });
    await start(page);
    await page.clock.runFor(3000);
    assert.equal(await status(page), '');
    await page.clock.runFor(1000 * seconds - 3000);
    assert.match((await status(page))!, /^设备没有发出声音/);
    assert.equal(await page.locator('.reading').count(), 0);
    assert.equal(await page.textContent('.aids-aloud'), '朗读');
    assert.equal((await spoken(page)).length, 1);
    await page.close();
  });

test('朗读 goes on if the device does not report the end of an utterance', async () => {
  const page = await visitOn({ voices: ['zh-CN'], engine: 'forgetful' });
  await start(page);
  await page.clock.runFor(20_000);
  const all = await texts(page);
  assert.ok(all.length > 3 && new Set(all).size === all.length, String(all.length));
  await page.close();
});

test('朗读 says that it was interrupted if the device reports an error', async () => {
  const page = await visitOn({ voices: ['zh-CN'], engine: 'failing' });
  await start(page);
  await page.clock.runFor(10);
  assert.equal(await status(page), '朗读中断');
  await page.close();
});

test('朗读 stops when its page is left, and does not go on when the page comes back', async () => {
  const page = await visitOn({ voices: ['zh-CN'] });
  await start(page);
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  assert.equal(await page.evaluate('speechSynthesis.speaking'), false);
  await page.clock.runFor(20_000);
  assert.equal((await spoken(page)).length, 1);
  assert.equal(await page.locator('text=停止').isVisible(), false);
  assert.equal(await page.textContent('.aids-aloud'), '朗读');
  await page.close();
});

test('the controls of the reading leave two thirds of a small screen to the letter', async () => {
  const page = await visit(withChineseVoice, { viewport: { width: 320, height: 256 } });
  await page.click('text=大字');
  await start(page);
  const box = await page.locator('.aids').boundingBox();
  assert.ok(box!.height <= 256 / 3, String(box!.height));
  for (const name of ['暂停', '停止']) assert.ok(await page.locator(`text=${name}`).isVisible());
  await page.click('text=停止');
  assert.ok(await page.locator('text=复制链接').isVisible());
  await page.close();
});
