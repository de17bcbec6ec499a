import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bodyHtml } from '../../src/handover/body-html.ts';
import { letterText } from '../../src/letter/text.ts';
import { parseEngines, startEngine, type Engine } from '../support/engines/index.ts';
import { letters } from '../support/letters.ts';
import { newFolder } from '../support/project.ts';
import { parse } from '../support/sample.ts';

const folder = newFolder();
/** Writes a page, and returns its address. */
function addressOf(name: string, html: string): string {
  const file = join(folder, name);
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}
const field = addressOf(
  'field.html',
  '<!doctype html><meta charset=utf-8><div contenteditable style="height: 99px"></div>',
);
const sample = parse().letter!;

for (const name of parseEngines(process.env['ENGINES']))
  describe(name, () => {
    let engine: Engine;
    before(async () => {
      engine = await startEngine(name);
    });
    after(() => engine.close());

    for (const letter of [...letters, sample])
      test(`${letter.key}: the body, copied from a browser and pasted into a rich-text field, is the letter`, async () => {
        const { page } = engine;
        await page.open(addressOf('正文.html', `\uFEFF${bodyHtml(letter)}`));
        await page.pressControl('a');
        await page.pressControl('c');
        await page.open(field);
        await page.evaluate(() => {
          const div = document.querySelector('div')!;
          div.focus();
          getSelection()!.collapse(div, 0);
        });
        await page.pressControl('v');
        const pasted = await page.evaluate(async () => {
          const div = document.querySelector('div')!;
          const start = Date.now();
          while (!div.querySelector('p') && Date.now() - start < 5000)
            await new Promise((later) => setTimeout(later, 20));
          return {
            headings: div.querySelectorAll('h2').length,
            lines: [...div.querySelectorAll('h2, h3, p, tr')].map((element) =>
              element instanceof HTMLTableRowElement
                ? [...element.cells].map((cell) => cell.textContent).join('\t')
                : element.textContent,
            ),
          };
        });
        const expected = letterText(letter)
          .filter(({ id }) => id !== 'title')
          .flatMap(({ text }) => text.split('\n'));
        assert.deepEqual(
          pasted.lines.map((text) => text.replaceAll('\u00A0', ' ')),
          expected,
        );
        const measures = letter.sections.filter(({ supplied }) => !supplied);
        assert.equal(pasted.headings, measures.length);
      });
  });
