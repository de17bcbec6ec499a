import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { bodyHtml } from '../../src/handover/body-html.ts';
import { letterText } from '../../src/letter/text.ts';
import { launch } from '../support/browser.ts';
import { letters } from '../support/letters.ts';
import { newFolder } from '../support/project.ts';
import { parse } from '../support/sample.ts';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const sample = parse().letter!;
for (const letter of [...letters, sample])
  test(`${letter.key}: the body, copied from a browser and pasted into a rich-text field, is the letter`, async () => {
    const file = join(newFolder(), '正文.html');
    writeFileSync(file, `\uFEFF${bodyHtml(letter)}`);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await page.setContent('<div contenteditable style="height: 99px"></div>');
    await page.click('div');
    await page.keyboard.press('Control+V');
    const pasted = await page.evaluate(() =>
      [...document.querySelectorAll('h2, h3, p, tr')].map((element) =>
        element instanceof HTMLTableRowElement
          ? [...element.cells].map((cell) => cell.textContent).join('\t')
          : element.textContent,
      ),
    );
    const expected = letterText(letter)
      .filter(({ id }) => id !== 'title')
      .flatMap(({ text }) => text.split('\n'));
    assert.deepEqual(
      pasted.map((text) => text.replaceAll('\u00A0', ' ')),
      expected,
    );
    assert.equal(
      await page.locator('h2').count(),
      letter.sections.filter(({ supplied }) => !supplied).length,
    );
    await page.close();
  });
