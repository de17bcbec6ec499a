import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeInBothSchemes } from '../support/axe.ts';
import { isFull } from '../support/full.ts';
import { overflow, smallTargets } from '../support/layout.ts';
import { useSite } from '../support/open.ts';
import { withChineseVoice } from '../support/speech.ts';
import { letters } from '../support/letters.ts';
import { pagePaths } from '../support/site.ts';

/** The overrides of WCAG 2.2, 1.4.12. */
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`;

const load = useSite();
const open = (path: string, width: number, prepare?: (page: Page) => Promise<unknown>) =>
  load(path, { viewport: { width, height: 800 } }, prepare);
const openFolds = async (page: Page) => {
  const closed = page.locator('details:not([open]) > summary:visible');
  while ((await closed.count()) > 0) await closed.first().click();
};

/** Follows the link to the last of some places, if there is any. */
async function target(page: Page, places: string) {
  const [id] = (await page.$$eval(places, (nodes) => nodes.map((node) => node.id))).slice(-1);
  if (!id) return;
  await page.evaluate((place) => void (location.hash = place), id);
  await page.waitForSelector(`#${id}:target`);
}

/** The states into which a reader can bring a letter's page. */
const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  'large text on': (page) => page.click('text=大字'),
  'disclosures open': openFolds,
  'a paragraph as target, its link copied': async (page) => {
    await page.click('.paragraph-number[href="#p2"]');
    await page.waitForSelector('[role=status]:not(:empty)');
  },
  'a heading as target': (page) => target(page, '.letter-text :is(h2, h3)[id]'),
  'a note as target': (page) => target(page, '.notes li[id]'),
  'reading aloud': async (page) => {
    await page.click('text=朗读');
    await page.waitForSelector('.reading');
  },
};

for (const { path } of letters)
  for (const [at, [state, reach]] of Object.entries(STATES).entries())
    // An ordinary run tries each state at one width.
    for (const width of [320, 1280].filter((_, index) => isFull || index === at % 2))
      test(`/${path} at ${width} px, light and dark, ${state}: accessible, and nothing runs out`, async () => {
        const page = await open(path, width, withChineseVoice);
        await reach(page);
        assert.deepEqual(await axeInBothSchemes(page), []);
        assert.deepEqual(await overflow(page), []);
        assert.deepEqual(await smallTargets(page), []);
        await page.close();
      });

test('the skip link takes the keyboard into the letter', async () => {
  const page = await open('rd17-3/273/', 1280);
  for (const key of ['Tab', 'Enter']) await page.keyboard.press(key);
  await page.waitForSelector('#letter:target');
  await page.keyboard.press('Tab');
  await page.waitForSelector('#letter a:focus');
  await page.close();
});

for (const path of pagePaths()) {
  test(`/${path}: light and dark, narrow and wide, no rule of axe is broken, and targets outside running text are at least 44 px`, async () => {
    const page = await open(path, 320);
    await openFolds(page);
    for (const width of [320, 375, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      // What shows at this width only.
      await openFolds(page);
      if (width !== 375) assert.deepEqual(await smallTargets(page), [], `${width} px`);
      if (width !== 320) assert.deepEqual(await axeInBothSchemes(page), [], `${width} px`);
    }
    await page.close();
  });

  test(`/${path}: nothing runs out sideways, at 320 px, at 200 % text, with wider spacing`, async () => {
    const page = await open(path, 320);
    assert.deepEqual(await overflow(page), []);
    // 1.6 times is the largest of WeChat's own text sizes.
    for (const times of [1.6, 2]) {
      await page.addStyleTag({ content: `html { font-size: ${times * 125}% !important }` });
      assert.deepEqual(await overflow(page), [], `text ${times} times as large`);
    }
    await page.reload();
    await page.addStyleTag({ content: TEXT_SPACING });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await overflow(page), [], `text spacing at ${width} px`);
    }
    await page.close();
  });

  for (const width of [375, 1280])
    test(`/${path} at ${width} px: the keyboard reaches every link, each shows its focus`, async () => {
      const page = await open(path, width);
      const count = await page
        .locator(
          'a[href]:visible, button:visible, input:visible, summary:visible, [tabindex="0"]:visible',
        )
        .count();
      const seen = new Set<string>();
      for (let step = 0; step < count; step++) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          const node = document.activeElement as HTMLElement;
          const { top, bottom, left, right } = node.getBoundingClientRect();
          const { outlineStyle, outlineWidth } = getComputedStyle(node);
          const inside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
          const all = [...document.querySelectorAll('*')];
          return {
            key: String(all.indexOf(node)),
            html: node.outerHTML.slice(0, 120),
            visible: inside && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
          };
        });
        assert.ok(focus.visible, focus.html);
        seen.add(focus.key);
      }
      assert.equal(seen.size, count);
      await page.close();
    });
}
