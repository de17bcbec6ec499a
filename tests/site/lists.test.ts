import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useFixture } from '../support/fixtures.ts';
import { linesOf, overflow } from '../support/layout.ts';
import { useSite } from '../support/open.ts';

/** Below a path, as on a shared host. */
const BASE = '/replies/';
const county = useFixture('county');
const { read } = county;
const open = useSite(county, BASE);
const on = (path: string, width: number) => open(path, { viewport: { width, height: 800 } });

test('sessions are named as in a county', () => {
  for (const path of ['', 'search/']) {
    assert.match(read(path), /县十七届人大二次会议/);
    assert.doesNotMatch(read(path), /市(十|政协)/, path);
  }
  assert.match(
    read('rd17-2/7/'),
    /<a class="target" href="\/replies\/rd17-2\/">县十七届人大二次会议</,
  );
  assert.match(read('zx10-2/'), /content="慈溪县政协十届二次会议提案的书面答复/);
});

test('a second reply to one proposal is told from the first in lists and on the way', () => {
  assert.match(read('zx10-2/'), /<b>512<\/b>[^]*<b>512-2<\/b>/);
  assert.match(read('zx10-2/512/'), /下一份：第512号《[^》]+》（第2份答复）/);
  assert.match(read('zx10-2/512-2/'), /aria-current="page">第512号（第2份答复）</);
});

test('the home page tells the columns of its lists once for each body', () => {
  assert.equal(read('').match(/，按编号列出建议标题/g)?.length, 1);
  assert.equal(read('').match(/，按编号列出提案标题/g)?.length, 1);
});

/** The left edges of the title and of the first name in each entry of a list, in px. */
const edges = (page: Page) =>
  page.$$eval('.list > li', (items) =>
    items.map((item) =>
      ['.target span', '.list-by span'].map((part) => {
        const said = [...item.querySelectorAll(part)].find((one) => one.textContent);
        return Math.round(said!.getBoundingClientRect().left);
      }),
    ),
  );

for (const width of [320, 1280])
  test(`at ${width} px titles, deputies and bureaus of a list stand in one column`, async () => {
    const page = await on('zx10-2/', width);
    const lefts = await edges(page);
    assert.equal(lefts.length, 4);
    assert.equal(new Set(lefts.flat()).size, 1, JSON.stringify(lefts));
    await page.close();
  });

test('a wide table scrolls on a phone rather than set words as pillars', async () => {
  const page = await on('rd17-2/7/', 320);
  const narrowest = await page.$$eval('.letter-table td, .letter-table th', (cells) =>
    Math.min(...cells.map((cell) => cell.getBoundingClientRect().width)),
  );
  assert.ok(narrowest >= 50, String(narrowest));
  assert.ok(await page.$eval('.table', (box) => box.scrollWidth > box.clientWidth));
  await page.close();
});

test('at 200 % on a phone no label ends in one character, and titles have two thirds of the page', async () => {
  const page = await on('', 320);
  await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
  const lines = await linesOf(page, 'label');
  assert.ok(lines.length > 1 && lines.at(-1)!.length > 1, lines.join('/'));
  const [title, names] = await page.$$eval('.list .target span, .list-by', (nodes) =>
    nodes
      .slice(0, 2)
      .map((node) => node.clientWidth - parseFloat(getComputedStyle(node).paddingLeft)),
  );
  assert.ok(title! > 213 && names! > 213, `${title}, ${names}`);
  await page.close();
});

test('on paper a list has no form', async () => {
  const page = await on('', 800);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('form').isHidden());
  assert.ok(await page.locator('.list').first().isVisible());
  await page.close();
});

test('a title that is not cut by hand breaks into lines of like length on paper', async () => {
  const page = await on('zx10-2/2026081/', 590);
  await page.emulateMedia({ media: 'print' });
  const lines = await linesOf(page, 'h1');
  assert.equal(lines.length, 2);
  assert.ok(lines[1]!.length > 6, lines.join('/'));
  await page.close();
});

test('no line of the bureaus that answered together begins with the stop between them', async () => {
  for (const size of [100, 125, 150, 175, 200]) {
    const page = await on('zx10-2/512/', 320);
    await page.addStyleTag({ content: `html { font-size: ${size}% !important }` });
    for (const line of await linesOf(page, '.fact dd')) assert.doesNotMatch(line, /^、/);
    await page.close();
  }
});

test('a title with a number of seven figures does not run out of a phone at 200 %', async () => {
  const page = await on('zx10-2/2026081/', 320);
  await page.addStyleTag({ content: 'html { font-size: 250% !important }' });
  assert.deepEqual(await overflow(page), []);
  await page.close();
});
