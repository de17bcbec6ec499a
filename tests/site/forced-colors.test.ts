import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from '../support/open.ts';

const open = useSite();
const forced = (path: string) =>
  open(path, { forcedColors: 'active', viewport: { width: 1280, height: 800 } });
/** Computed values of an element under the reader's own colours. */
const style = (page: Page, selector: string, ...names: string[]) =>
  page.$eval(
    selector,
    (node, wanted) => wanted.map((name) => getComputedStyle(node).getPropertyValue(name)),
    names,
  );
const CLEAR = 'rgba(0, 0, 0, 0)';

test('in forced colours focus, target and current section can be seen', async () => {
  const page = await forced('rd17-3/273/#p4');
  const [targetStyle, targetColor] = await style(page, '#p4', 'outline-style', 'outline-color');
  assert.equal(targetStyle, 'solid');
  assert.notEqual(targetColor, CLEAR);
  await page.keyboard.press('Tab');
  const [focusStyle, focusWidth] = await style(page, ':focus', 'outline-style', 'outline-width');
  assert.equal(focusStyle, 'solid');
  assert.ok(parseFloat(focusWidth ?? '') >= 2);
  const names = ['border-left-color', 'font-weight'];
  // The browser knows the current section only after it has scrolled and painted.
  const followed = '.contents a:target-current';
  await page.waitForFunction((link) => document.querySelector(link), followed);
  const current = await style(page, followed, ...names);
  const other = await style(page, '.contents a:not(:target-current)', ...names);
  assert.notEqual(current[0], other[0]);
  assert.notEqual(current[1], other[1]);
  await page.close();
});

test('in forced colours the bars of the figures can be seen', async () => {
  const page = await forced('rd17-3/273/figures/');
  const [ground] = await style(page, 'html', 'background-color');
  const [bar] = await style(page, '.picture-bar', 'fill');
  const [derived] = await style(page, '.picture-derived', 'stroke');
  assert.notEqual(bar, ground);
  assert.notEqual(derived, ground);
  await page.close();
});

test('a wish for more contrast is heard', async () => {
  const page = await open('rd17-3/273/');
  const quiet = () => style(page, '.fact dt', 'color');
  const before = await quiet();
  await page.emulateMedia({ contrast: 'more' });
  assert.notDeepEqual(await quiet(), before);
  assert.deepEqual(await quiet(), await style(page, 'html', 'color'));
  await page.close();
});
