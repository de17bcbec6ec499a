import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { linesOf } from '../support/layout.ts';
import { useSite } from '../support/open.ts';
import { letters } from '../support/letters.ts';

const LETTER = 'rd17-3/273/';
const open = useSite();
const openAt = (width: number) => open(LETTER, { viewport: { width, height: 900 } });

/** Sets the size of the reader's text; 1 is the page's own. */
const setText = (page: Page, times: number) =>
  page.evaluate(
    (size) => document.documentElement.style.setProperty('font-size', size, 'important'),
    times === 1 ? '' : `${times * 125}%`,
  );
/** The page that tests share which change nothing but its width and its text. */
let shared: Promise<Page> | undefined;
async function at(width: number, times = 1): Promise<Page> {
  const page = await (shared ??= openAt(width));
  await page.setViewportSize({ width, height: 900 });
  await setText(page, times);
  return page;
}

const paragraph = (page: Page) =>
  page.$eval('#p2', (node) => {
    const style = getComputedStyle(node);
    const size = parseFloat(style.fontSize);
    return {
      size,
      leading: parseFloat(style.lineHeight) / size,
      characters: node.getBoundingClientRect().width / size,
      indent: parseFloat(style.textIndent) / size,
      align: style.textAlign,
    };
  });

for (const width of [320, 375, 768, 1280, 1920])
  test(`at ${width} px the text is large, well led, and lines hold what they should`, async () => {
    const page = await openAt(width);
    const { size, leading, characters, indent, align } = await paragraph(page);
    assert.ok(size >= 20, `the text is ${size} px, at least 20`);
    assert.ok(leading >= 1.75 && leading <= 1.9, `the leading is ${leading}, 1.75 to 1.9`);
    const held = `a line holds ${characters} characters`;
    assert.ok(characters >= 14 && characters <= 38, `${held}, 14 to 38`);
    if (width >= 1280) assert.ok(characters >= 34, `${held}, at least 34`);
    assert.ok(Math.abs(indent - 2) < 0.01, `the indent is ${indent} characters, 2`);
    assert.equal(align === 'justify', width >= 1280);
    for (const times of [1.6, 2]) {
      await setText(page, times);
      const large = await paragraph(page);
      assert.ok(large.align !== 'justify' || large.characters >= 20, `${times} times`);
    }
    await setText(page, 1);
    await page.click('text=大字');
    assert.notEqual((await paragraph(page)).align, 'justify');
    await page.close();
  });

const FIGURES =
  /6个|139个|第273号|〔2019〕37号|2044\.06亿|171\.15亿元|9\.14%|18\.65亿元|1528\.5亩|389\.3亩|77\.9万|52\.8万|2931家次|6813人次|1700多家|300余家/g;

for (const width of [320, 375, 414, 768, 1280])
  test(`at ${width} px no figure is cut from its unit, no line breaks a rule, no last line is one character`, async () => {
    const page = await at(width);
    for (const id of ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8']) {
      const lines = await linesOf(page, `#${id}`);
      const whole = lines.join('').match(FIGURES) ?? [];
      const kept = lines.flatMap((line) => line.match(FIGURES) ?? []);
      assert.deepEqual(kept, whole, id);
      for (const [index, line] of lines.entries()) {
        if (index > 0) assert.doesNotMatch(line, /^[、，。；：！？”’）》〕%]/, `${id}: ${line}`);
        if (index < lines.length - 1) assert.doesNotMatch(line, /[“‘（《〔]$/, `${id}: ${line}`);
      }
      const last = (lines.at(-1) ?? '').replace(/[、，。；：！？”’）》]/g, '');
      assert.ok(lines.length === 1 || last.length > 1, `${id} ends in “${lines.at(-1)}”`);
    }
  });

for (const width of [320, 375, 768, 1280])
  for (const times of [1, 1.6, 2])
    test(`at ${width} px and ${times} times the text, the title breaks by sense`, async () => {
      const page = await at(width, times);
      const lines = await linesOf(page, 'h1');
      const words = ['人大', '会议', '第273号', '建议', '答复', '三次', '十七'];
      for (const word of words)
        assert.ok(
          lines.some((line) => line.includes(word)),
          `“${word}” is broken: ${lines.join('/')}`,
        );
      if (times === 1) assert.deepEqual(lines, letters.find(({ path }) => path === LETTER)?.title);
    });

test('at large text on a small phone the signature and the mark of its date keep their lines', async () => {
  const page = await openAt(320);
  await page.click('text=大字');
  assert.deepEqual(await linesOf(page, '#sign'), ['慈溪市经济和信息化局', '2018年6月25日']);
  const [date, mark] = await page.$$eval('#date, #date sup', (nodes) =>
    nodes.map((node) => node.getBoundingClientRect()),
  );
  assert.ok(mark!.bottom <= date!.top + date!.height && date!.height < 60, JSON.stringify(date));
  await page.close();
});

for (const times of [1, 1.4, 2])
  test(`at 320 px and ${times} times the text, no mark touches a word, no sign of the path stands alone`, async () => {
    const page = await at(320, times);
    await page.$eval('.more-facts', (fold) => fold.setAttribute('open', ''));
    const gaps = await page.$$eval('.fact sup a', (marks) =>
      marks.map((mark) => {
        const words = document.createRange();
        words.selectNodeContents(mark.parentElement!.previousSibling!);
        const before = [...words.getClientRects()].at(-1)!;
        const own = document.createRange();
        own.selectNodeContents(mark);
        const { left, top } = own.getBoundingClientRect();
        return { gap: left - before.right, below: top > before.bottom };
      }),
    );
    assert.equal(gaps.length, 2);
    for (const { gap, below } of gaps) assert.ok(gap > 1 && !below, JSON.stringify(gaps));
    const taller = await page.$$eval('.breadcrumb li', (steps) =>
      steps.filter((step) => step.clientHeight > step.firstElementChild!.clientHeight + 1),
    );
    assert.equal(taller.length, 0);
  });

test('what is copied or found is the letter: not one character comes in between', async () => {
  const page = await at(375);
  const copied = await page.$eval('.letter-text', (node) => {
    getSelection()!.selectAllChildren(node);
    return String(getSelection());
  });
  assert.match(copied, /各项贷款余额2044\.06亿元，较年初增加171\.15亿元，同比上升9\.14%。/);
  assert.match(copied, /容积率达到3\.2，实现/);
  assert.doesNotMatch(copied, /[\u200B\u2060\u00A0\u00AD]|注\d/);
});
