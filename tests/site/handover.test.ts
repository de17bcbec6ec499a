import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { loadContent } from '../../src/content/load.ts';
import { bodyHtml } from '../../src/handover/body-html.ts';
import type { Letter } from '../../src/letter/letter.ts';
import { letterText } from '../../src/letter/text.ts';
import { parseEngines, startEngine, type Engine } from '../support/engines/index.ts';
import { useFixture } from '../support/fixtures.ts';
import { newFolder } from '../support/project.ts';

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
/** A letter of each form, and letter 273. */
const { folder: project, built } = useFixture('corrected');
const lettersOfAllForms = async () => {
  await built();
  return (await loadContent(project)).letters;
};

/** The lines of a letter below its title, the cells of a table separated by tabs. */
const linesOf = (letter: Letter): string[] =>
  letterText(letter)
    .filter(({ id }) => id !== 'title')
    .flatMap(({ text }) => text.split('\n'));
const headingsOf = ({ sections }: Letter): number =>
  sections.filter(({ supplied }) => !supplied).length;

for (const name of parseEngines(process.env['ENGINES']))
  describe(name, () => {
    let engine: Engine;
    before(async () => {
      engine = await startEngine(name);
    });
    after(() => engine.close());

    /** Copies a page in the browser, and pastes it into a rich-text field; returns what the field then holds. */
    async function paste(html: string) {
      const { page } = engine;
      await page.open(addressOf('正文.html', `\uFEFF${html}`));
      await page.pressControl('a');
      await page.pressControl('c');
      await page.open(field);
      await page.evaluate(() => {
        const div = document.querySelector('div')!;
        div.focus();
        getSelection()!.collapse(div, 0);
      });
      await page.pressControl('v');
      return page.evaluate(async () => {
        const div = document.querySelector('div')!;
        const start = Date.now();
        while (!div.querySelector('p') && Date.now() - start < 5000)
          await new Promise((later) => setTimeout(later, 20));
        return {
          headings: div.querySelectorAll('h2').length,
          words: div.textContent.replaceAll(/\s/g, ''),
          lines: [...div.querySelectorAll('h2, h3, p, tr')].map((element) =>
            (element instanceof HTMLTableRowElement
              ? [...element.cells].map((cell) => cell.textContent).join('\t')
              : element.textContent
            ).replaceAll('\u00A0', ' '),
          ),
        };
      });
    }

    test('bodies, copied from a browser and pasted into a rich-text field, are the letters', async () => {
      const letters = await lettersOfAllForms();
      const pasted = await paste(letters.map(bodyHtml).join(''));
      const lines = letters.flatMap(linesOf);
      assert.deepEqual(pasted.lines, lines);
      assert.equal(pasted.words, lines.join('').replaceAll(/\s/g, ''), 'no word beside the lines');
      assert.equal(
        pasted.headings,
        letters.reduce((sum, letter) => sum + headingsOf(letter), 0),
      );
    });
  });
