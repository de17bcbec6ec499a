import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { letterText } from '../../src/letter/text.ts';
import { useSite } from '../support/open.ts';
import { pdfLines } from '../support/pdf.ts';
import { letters } from '../support/letters.ts';
import { bare } from '../support/site.ts';

/** 96 px are an inch of 25.4 mm, or 72 pt. */
const mm = (value: number) => (value / 25.4) * 96;
const pt = (value: number) => (value / 72) * 96;
const open = useSite();

test('the printed page is A4 with a text area of 22 lines by 28 characters', async () => {
  const page = await open('rd17-3/273/', { viewport: { width: Math.round(mm(156)), height: 900 } });
  await page.emulateMedia({ media: 'print' });
  const { size, line, width, indent } = await page.$eval('#p2', (node) => {
    const style = getComputedStyle(node);
    return {
      size: parseFloat(style.fontSize),
      line: parseFloat(style.lineHeight),
      width: node.getBoundingClientRect().width,
      indent: parseFloat(style.textIndent),
    };
  });
  assert.ok(Math.abs(size - pt(15.79)) < 0.1);
  assert.ok(Math.abs(indent - 2 * size) < 0.1);
  assert.equal(Math.round(width / size), 28);
  assert.equal(Math.floor(mm(225) / line), 22);
  const title = await page.$eval('h1', (node) => parseFloat(getComputedStyle(node).fontSize));
  assert.ok(Math.abs(title - pt(22)) < 0.1);
  await page.close();
});

/** The lines of the pages that a browser prints. */
async function printed(page: Page): Promise<string[][]> {
  const pages = await pdfLines(await page.pdf({ preferCSSPageSize: true }));
  return pages.map((lines) => lines.map(({ text }) => text));
}
/**
 * Returns true if a printed line consists of these words; a browser may print a character as the radical that
 * looks like it.
 */
const says = (line: string, words: string) =>
  line.length === words.length &&
  [...line].every((sign, at) => /[\u2E80-\u2FDF]/.test(sign) || sign === words[at]);

for (const letter of letters)
  for (const state of ['as it comes', 'with large text on'])
    test(`/${letter.path} prints as a clean edition, ${state}`, async () => {
      const { path, sections, signatories, signature = signatories, notes } = letter;
      const page = await open(path);
      if (state !== 'as it comes') await page.click('text=大字');
      const address = await page.getAttribute('[rel=canonical]', 'href');
      const lines = await printed(page);
      await page.close();
      const all = bare(lines.flat().join(''));
      for (const ours of ['跳到', '目录', '大字', '复制链接', '下载与引用', '关于本站', '答复单位'])
        assert.ok(!all.includes(ours), ours);
      lines.forEach((page_, index) => {
        assert.equal(page_.at(-1), `—${index + 1}—`);
        assert.ok(page_.length > 2, `page ${index + 1} is not blank`);
        for (const { heading } of sections)
          assert.ok(!says(page_.at(-2)!, bare(heading)), `“${heading}” at the foot of a page`);
      });
      if (signature[0]) {
        const signed = lines.map((page_) =>
          page_.findIndex((line) => says(line, bare(signature[0]!))),
        );
        assert.ok(Math.max(...signed) > 1, 'the signature is there, and not alone');
      }
      assert.ok(bare(lines.at(-1)!.join('')).includes(bare(address ?? '')));
      const end = all.indexOf(bare(letterText(letter).at(-1)!.text));
      assert.ok(
        notes.length === 0 || all.indexOf('编者注以下') > end,
        'notes come after the letter',
      );
    });

test('large text holds on paper, notes included', async () => {
  const page = await open('rd17-3/273/');
  await page.click('text=大字');
  await page.emulateMedia({ media: 'print' });
  const sizes = await page.$$eval('#p2, .notes', (nodes) =>
    nodes.map((node) => parseFloat(getComputedStyle(node).fontSize)),
  );
  assert.ok(sizes[0]! >= pt(21.9) && sizes[1]! >= pt(15.9), String(sizes));
  await page.close();
});

test('wherever a letter ends on its page, none is printed for the address alone', async () => {
  const page = await open('rd17-3/273/');
  await page.evaluate(() => {
    for (const node of document.querySelectorAll('h2[id^=s] ~ *, .notes li:not(:first-of-type)'))
      if (!node.matches('.sign-off')) node.remove();
    document.querySelector('.sign-off')!.insertAdjacentHTML('beforebegin', '<div id="fill"></div>');
  });
  // From everything on one page to the notes on a second page.
  for (let lines = 0; lines < 6; lines++) {
    const pages = await printed(page);
    for (const one of pages) assert.ok(one.length > 2, `${lines}: ${one.join(' | ')}`);
    await page.$eval('#fill', (node) => node.append('行', document.createElement('br')));
  }
  await page.close();
});
