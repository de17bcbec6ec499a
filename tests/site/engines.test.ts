import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../scripts/lib/server.ts';
import { parseEngines, startEngine, type Engine } from '../support/engines/index.ts';
import { useFixture } from '../support/fixtures.ts';
import { findOverflow } from '../support/layout.ts';
import { findLooseLines, findOverprints, readSetText } from '../support/set-text.ts';

/**
 * What Chromium, Firefox and WebKit make of the same pages. `npm test -- --engines=firefox,webkit` tries these
 * alone; an engine that cannot be had is an error. What one cannot show on this machine is printed.
 */
const forms = useFixture('corrected');
const BASE = '/open/replies/';
const LETTER = 'rd17-3/273/';
const FORMS = [1, 3, 4, 9].map((number) => `rd17-4/${number}/`);
const PAGES = ['', LETTER, ...FORMS, `${LETTER}figures/`, 'about/', 'search/'];
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

    for (const width of [320, 1280])
      test(`at ${width} px nothing is wider than the page, and lines are full and even`, async () => {
        for (const path of PAGES) {
          const page = await open(path, width);
          assert.deepEqual(await page.evaluate(findOverflow), [], path);
          const text = await page.evaluate(readSetText, '.paragraph, .site-page-prose p');
          assert.ok(!path.startsWith('rd') || path.endsWith('figures/') || text.length > 2, path);
          assert.deepEqual(findLooseLines(text, LOOSE), [], path);
        }
      });

    test('no figure is painted over the character beside it', async () => {
      const page = await open(LETTER, 1280);
      // Large enough that the space between two characters is more than a pixel.
      await page.evaluate(() => (document.documentElement.style.fontSize = '40px'));
      const text = await page.evaluate(readSetText, 'h1, dd, .paragraph, .sign-off');
      assert.deepEqual(await findOverprints(await page.picture(), text), []);
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

    test('what this engine cannot show here is told', (context) => {
      for (const limit of engine.limits) context.diagnostic(limit);
    });
  });
