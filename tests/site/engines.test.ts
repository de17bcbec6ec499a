import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../scripts/lib/server.ts';
import { parseEngines, startEngine, type Engine } from '../support/engines/index.ts';
import { useFixture } from '../support/fixtures.ts';
import { isFull } from '../support/full.ts';
import { findOverflow } from '../support/layout.ts';
import { pdfLines } from '../support/pdf.ts';
import { pagePaths } from '../support/site.ts';
import {
  findLonelyCharacters,
  findLooseLines,
  findOverprints,
  readSetText,
  setAsPrinted,
} from '../support/set-text.ts';

/**
 * What Chromium, Firefox and WebKit make of the same pages. `npm test -- --engines=firefox,webkit` tries these
 * alone; an engine that cannot be had is an error. What one cannot show on this machine is printed.
 */
const forms = useFixture('corrected');
const BASE = '/open/replies/';
const LETTER = 'rd17-3/273/';
/** Matches the path of a letter, or of the text of a proposal. */
const IS_LETTER = /^rd.*\/[\d-]+\/(proposal\/)?$/;
/** Pages whose figures stand beside every kind of character, in text, tables and lists. */
const FIGURES = [LETTER, 'rd17-4/1/', 'rd17-4/4/', 'rd17-4/9/', 'rd17-4/'];
const WIDTHS = [320, 1280];
/** The pages, of every kind, that are opened at a width: all in a full run, else each at one of them, and letter 273 at both. */
const pagesAt = (width: number) =>
  pagePaths(forms.dist).filter(
    (path, at) => isFull || path === LETTER || WIDTHS[at % WIDTHS.length] === width,
  );
/** What never ends in a line of a single character. */
const ENDS = '.paragraph, h2, h3, .target, .list-by span';
/** An empty end of a line, and the most that a line is stretched between two characters, in characters. */
const LOOSE = { short: 1.5, stretch: 1 / 6 };

let site: Awaited<ReturnType<typeof serve>>;
before(async () => {
  await forms.built();
  site = await serve(forms.dist, BASE);
});
after(() => site.close());

for (const name of parseEngines(process.env['ENGINES']))
  describe(name, () => {
    let engine: Engine;
    before(async () => (engine = await startEngine(name)));
    after(() => engine.close());
    const open = async (path: string, width: number) => {
      await engine.page.resize(width, 800);
      await engine.page.open(site.url + path);
      return engine.page;
    };

    test(`at ${WIDTHS.join(' or ')} px nothing is wider than the page, and lines are full and even`, async () => {
      let paragraphs = 0;
      for (const width of WIDTHS) {
        for (const path of pagesAt(width)) {
          const page = await open(path, width);
          const place = `${path} at ${width} px`;
          assert.deepEqual(await page.evaluate(findOverflow), [], place);
          const text = await page.evaluate(readSetText, '.paragraph, .about p');
          paragraphs += text.length;
          assert.deepEqual(findLooseLines(text, LOOSE), [], place);
          const ends = await page.evaluate(readSetText, ENDS);
          assert.deepEqual(findLonelyCharacters(ends), [], place);
        }
      }
      assert.ok(paragraphs > (isFull ? 150 : 90), `${paragraphs} paragraphs`);
    });

    test('the lines of a printed letter are full and even', async () => {
      let lines = 0;
      for (const path of pagePaths(forms.dist).filter((one) => IS_LETTER.test(one))) {
        const page = await open(path, 1280);
        await page.evaluate(setAsPrinted, 156);
        const text = await page.evaluate(readSetText, '.paragraph');
        lines += text.reduce((sum, paragraph) => sum + paragraph.lines.length, 0);
        assert.deepEqual(findLooseLines(text, LOOSE), [], path);
      }
      assert.ok(lines > 400, `${lines} lines`);
    });

    test('printed notes are on one page with their heading', async () => {
      // Chromium's pages are in print.test.ts.
      if (name === 'chromium') return;
      const page = await open(LETTER, 1280);
      if (!page.print) return;
      const pages = await pdfLines(await page.print());
      // The PDF of Firefox holds no Han characters as text: notes are known by their numbers.
      const [first, last] = [/^\s*1\./, /^\s*8\./].map((number) => {
        const at = pages.findIndex((lines) => lines.some(({ text }) => number.test(text)));
        return { at, line: pages[at]?.findIndex(({ text }) => number.test(text)) };
      });
      assert.equal(first?.at, last?.at, 'all notes are on one page');
      assert.equal(first?.line, 2, 'below the heading and the line about them');
    });

    test('twice the text is no wider than a small phone', async () => {
      for (const path of [LETTER, 'rd17-4/1/', 'rd17-4/']) {
        const page = await open(path, 320);
        await page.evaluate(() =>
          document.documentElement.style.setProperty('font-size', '250%', 'important'),
        );
        assert.deepEqual(await page.evaluate(findOverflow), [], path);
      }
    });

    test('no figure is painted over the character beside it', async () => {
      for (const path of FIGURES) {
        const page = await open(path, 1280);
        // Large enough that the space between two characters is more than a pixel.
        await page.evaluate(() => (document.documentElement.style.fontSize = '40px'));
        const text = await page.evaluate(
          readSetText,
          'h1, dd, .paragraph, .lines-main, .sign-off, td, .list .target span, .list-by',
        );
        assert.ok(text.length > 3, path);
        assert.deepEqual(await findOverprints(await page.picture(), text), [], path);
      }
    });

    test('the target of a fragment is below the top of the screen', async () => {
      for (const id of ['p4', 's2', 'n-date', 'sign']) {
        const page = await open(`${LETTER}#${id}`, 1280);
        const top = await page.evaluate(
          (target) => document.getElementById(target)!.getBoundingClientRect().top,
          id,
        );
        assert.ok(top >= 0 && top < 400, `#${id} is ${top} px from the top`);
      }
    });

    test('large text and the folds work', async () => {
      const page = await open(LETTER, 768);
      const toggle = () =>
        page.evaluate(() => {
          document.querySelector<HTMLElement>('.aids button')!.click();
          return parseFloat(getComputedStyle(document.getElementById('p1')!).fontSize);
        });
      assert.ok((await toggle()) >= 30);
      assert.ok((await toggle()) < 30);
      const opened = await page.evaluate(() => {
        const folds = document.querySelectorAll('details');
        const states = () => [...folds].slice(0, 2).map(({ open }) => open);
        const before = states();
        for (const fold of folds) fold.querySelector('summary')!.click();
        return [before, states()];
      });
      assert.deepEqual(opened, [
        [true, false],
        [false, true],
      ]);
    });

    test('what is copied is the letter, and what a number copies are the words and address of its paragraph', async () => {
      const page = await open(LETTER, 1280);
      await page.evaluate(() =>
        getSelection()!.selectAllChildren(document.getElementById('letter')!),
      );
      await page.pressControl('c');
      await page.evaluate(() =>
        document.body.appendChild(document.createElement('textarea')).focus(),
      );
      await page.pressControl('v');
      const pasted = await page.evaluate(async () => {
        const field = document.querySelector('textarea')!;
        for (let tries = 0; field.value === '' && tries < 100; tries++)
          await new Promise((waited) => setTimeout(waited, 20));
        return field.value;
      });
      assert.match(pasted, /^应成钊等代表们：\n/);
      assert.match(pasted, /二、着力缓解融资难问题。/);
      assert.doesNotMatch(pasted, /^下一步$|编者所加|注\d|[\u200B\u2060\u00A0]/m);
      const copied = await page.evaluate(async () => {
        const texts: string[] = [];
        const writeText = async (text: string) => void texts.push(text);
        Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
        document.querySelector<HTMLElement>('.paragraph-number[href="#p4"]')!.click();
        return texts;
      });
      assert.equal(copied.length, 1);
      assert.match(
        copied[0]!,
        /^一是加大信贷投放总量。[^]*转贷需求\nhttp[^\n]*\/rd17-3\/273\/#p4$/,
      );
    });

    test('what this engine cannot show here is told', (context) => {
      for (const limit of engine.limits) context.diagnostic(limit);
    });
  });
