import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Site } from '../../src/content/site-schema.ts';
import type { Letter } from '../../src/letter/letter.ts';
import { letterPath } from '../../src/permalinks/paths.ts';
import { pdfData } from '../../src/outputs/pdf/data.ts';
import { typesetPdf } from '../../src/typst/typeset.ts';
import { useFixture } from '../support/fixtures.ts';
import { lettersOf } from '../support/letters.ts';
import { GRID, near, pdfLines, pdfRuns, type Line } from '../support/pdf.ts';
import { appendixStart, verifyNotes } from '../support/pdf-notes.ts';
import { addCase, cases } from '../support/received.ts';
import { bare } from '../support/site.ts';

const { folder, dist, built } = useFixture('received');
const forms = useFixture('corrected');
const { LEFT, RIGHT, TOP, BOTTOM, PITCH, CELL } = GRID;
/** The share of a line's height that is above the baseline. */
const BASELINE = 0.7;

type Data = ReturnType<typeof pdfData>;
interface Case {
  name: string;
  letter: Letter;
  data: Data;
  pages: Line[][];
}
const site = { name: '某网站', url: new URL('https://gov.example/') } as Site;
const set: Case[] = [];

/** The lines of each page of a PDF, without page numbers. */
async function linesOfPages(pdf: Uint8Array): Promise<Line[][]> {
  const pages = await pdfLines(pdf);
  return pages.map((page) => page.filter(({ artifact }) => !artifact));
}

/** The lines of each page of a letter's PDF, without page numbers and the appendix. */
async function letterLines(pdf: Uint8Array): Promise<Line[][]> {
  const pages = await linesOfPages(pdf);
  return pages.slice(0, appendixStart(pages));
}

const pdfFile = (site: string, { key }: Letter) =>
  join(site, letterPath({ key }), `${key.replace('/', '-')}.pdf`);

const lines = async (data: Data) => letterLines(await typesetPdf(data, 'content/site.yaml'));

before(async () => {
  await built();
  const letters = await lettersOf(folder);
  for (const one of cases.filter(({ expected }) => expected.exit === 0)) {
    const { key } = await addCase(one);
    const letter = letters.find((other) => other.key === key)!;
    const pdf = readFileSync(pdfFile(dist, letter));
    set.push({
      name: one.name,
      letter,
      data: pdfData(letter, site),
      pages: await letterLines(pdf),
    });
  }
});
const of = (name: string) => set.find((one) => one.name === name)!;

test('every line of a letter of any form stands on the grid, tables too', () => {
  assert.ok(set.length >= 40, String(set.length));
  assert.ok(set.filter(({ letter }) => JSON.stringify(letter).includes('"table"')).length >= 4);
  for (const { name, pages } of set)
    for (const page of pages)
      for (const { height, text } of page) {
        const row = (TOP - height) / PITCH;
        assert.ok(row > 0 && row < 22, `${name}: ${text}`);
        assert.ok(near(row % 1, BASELINE, 0.12), `${name}: ${text}`);
      }
});

test('a table goes on over pages, and so does a cell that is longer than one', async () => {
  const { data } = of('plain');
  const word = '甲乙丙丁戊己庚辛壬癸';
  for (const [rows, cell] of [
    [40, word],
    [2, word.repeat(90)],
  ] as const) {
    const row = ['一', cell].map((text) => [{ text }]);
    const table = { kind: 'table' as const, rows: Array.from({ length: rows }, () => row) };
    const parts = data.parts.map((part) =>
      part.layout === 'body' ? { ...part, items: [table] } : part,
    );
    const pages = await lines({ ...data, parts });
    for (const { height } of pages.flat())
      assert.ok(height > BOTTOM && height < TOP, `${rows} ${height}`);
    const words = pages.flat().map(({ text }) => text.replace(/^一/, ''));
    // The first row is repeated on each page, but not as part of the document.
    assert.equal(words.join('').split(word).length - 1, (rows * cell.length) / word.length);
  }
});

test('a line that goes on below is full, and no line holds a single character', () => {
  for (const { name, letter, pages } of set)
    for (const page of pages)
      page.forEach(({ text, left, right }, index) => {
        const next = page[index + 1];
        const goesOn = next && near(left, LEFT, 2.2 * CELL) && near(next.left, LEFT, 0.1);
        const head = bare(letter.title.join('') + letter.salutation);
        if (goesOn && !head.includes(text)) assert.ok(right > RIGHT - CELL, `${name}: ${text}`);
        // A class such as B is printed alone, at the upper right.
        if (text !== letter.category)
          assert.doesNotMatch(text, /^[，。；：、！？”’）》〕]|^.[，。；：！？]?$/, name);
      });
});

test('no line is stretched by more than a sixth of a character between two of them', async () => {
  await forms.built();
  let count = 0;
  for (const letter of await lettersOf(forms.folder))
    for (const { text, width, transform } of (
      await pdfRuns(readFileSync(pdfFile(forms.dist, letter)))
    ).flat()) {
      if (text.length < 3 || !near(transform[0]!, 16, 0.1)) continue;
      count++;
      // Digits are a little wider than half a character; stops may be narrower than one.
      const natural = [...text].reduce((sum, char) => sum + (char < '\u2000' ? 0.55 : 1), 0);
      const stretch = (width / CELL - natural) / text.length;
      assert.ok(stretch <= 1 / 6, `${letter.key}: ${text} ${stretch.toFixed(2)}`);
    }
  assert.ok(count > 1000, String(count));
});

test('a bracket that starts an indented line keeps its whole cell, in headings and notes too', () => {
  let count = 0;
  for (const { name, pages } of set)
    for (const { text, left } of pages.flat())
      if (/^（(?:[一二三]）|此件|联系)/.test(text)) {
        assert.ok(near(left, LEFT + 2 * CELL), `${name}: ${text} ${left}`);
        count++;
      }
  assert.ok(count > 15, String(count));
});

test('the second attachment stands below the first, and none is parted from its label', () => {
  const page = of('metadata-one-line').pages[0]!;
  const at = page.findIndex(({ text }) => text.startsWith('附件：1.'));
  assert.ok(near(page[at + 1]!.left, LEFT + 5 * CELL), page[at + 1]!.text);
  const { pages } = of('bureau-above-title');
  const labels = pages.filter((lines) => lines.some(({ text }) => text === '附件：'));
  assert.ok(labels[0]?.some(({ text }) => text === '1.工程清单'));
});

test('what announces a table is on its page', async () => {
  await forms.built();
  const pages = await letterLines(readFileSync(join(forms.dist, 'rd17-4/4/rd17-4-4.pdf')));
  const page = pages.find((lines) => lines.some(({ text }) => text.includes('滨河绿道')));
  assert.ok(page?.some(({ text }) => text.includes('项目如下表')));
});

test('copies stand at the foot of the last page, however full it is', async () => {
  const { data } = of('plain');
  const heights = new Set<string>();
  const counts = new Set<number>();
  for (let more = 0; more < 24; more++) {
    const parts = data.parts.map((part) => {
      if (part.layout !== 'body') return part;
      const longer = Array.from({ length: more }, () => part.items[0]!);
      return { ...part, items: [...longer, ...part.items] };
    });
    const pages = await lines({ ...data, parts });
    heights.add(pages.at(-1)!.at(-1)!.height.toFixed(1));
    assert.match(pages.at(-1)!.at(-1)!.text, /^抄送/);
    counts.add(pages.length);
  }
  assert.equal(heights.size, 1);
  assert.ok(Number([...heights][0]) < BOTTOM + PITCH);
  assert.ok(counts.size >= 3, 'pages of every filling');
});

test('the appendix claims of a letter only what is so', () => {
  for (const { name, letter, data } of set) {
    const about = data.about.join('');
    assert.equal(about.includes('抄送移到'), !!letter.copies, name);
    assert.ok(!about.includes('发文字号') || letter.docNumber === undefined, name);
    if (!letter.contact) assert.doesNotMatch(about, /联系方式/, name);
  }
});

test('notes are numbered as on the page, however many, each with the page of every place', async () => {
  await forms.built();
  const letters = await lettersOf(forms.folder);
  for (const letter of letters)
    verifyNotes(letter, await linesOfPages(readFileSync(pdfFile(forms.dist, letter))));
  const most = letters.find(({ notes }) => notes.length === 30);
  assert.equal(most?.notes[0]?.refs.length, 2, 'a note of two places');
});
