import assert from 'node:assert/strict';
import { inlineText } from '../../src/letter/body.ts';
import type { Letter } from '../../src/letter/letter.ts';
import { noteLemmas } from '../../src/typography/note-lemmas.ts';
import type { Line } from './pdf.ts';
import { bare } from './site.ts';

/** The text of lines, without a break between them. */
export const textOf = (lines: Line[]): string => lines.map(({ text }) => text).join('');

/** The index of the first page of the appendix. */
export const appendixStart = (pages: Line[][]): number =>
  pages.findIndex(([first]) => first?.text === '附页');

/** The numbers of the pages on which words end, wherever they start. */
function pagesOf(words: string, pageTexts: string[]): number[] {
  const all = pageTexts.join('');
  const ends = pageTexts.map((_, index) => pageTexts.slice(0, index + 1).join('').length);
  const numbers: number[] = [];
  for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1))
    numbers.push(1 + ends.findIndex((end) => at + words.length <= end));
  return numbers;
}

/**
 * Checks that the appendix of a letter's PDF numbers the notes as the page does, each with the page on which
 * its words are. `pages` are the lines of each page, without those that are only drawn.
 */
export function verifyNotes(letter: Letter, pages: Line[][]): void {
  const added = appendixStart(pages);
  const appendix = textOf(pages.slice(added).flat());
  const sheetTexts = pages.slice(0, added).map(textOf);
  const lemmas = noteLemmas(letter);
  let from = 0;
  for (const { number, refs, paragraphs } of letter.notes) {
    const words = refs.flatMap((ref) => bare(lemmas.get(ref) ?? '') || []);
    const places = words.map((lemma) => `第(\\d+)页“${RegExp.escape(lemma)}”：`);
    const note = RegExp.escape(bare(paragraphs.map(inlineText).join('')));
    const found = new RegExp(`${number}\\.${places.join('')}${note}`).exec(appendix.slice(from));
    assert.ok(found, `note ${number}: ${words.join(' ')} ${note}`);
    from += found.index + found[0].length;
    words.forEach((lemma, index) => {
      const page = Number(found[index + 1]);
      const pagesWithWords = pagesOf(lemma.replace(/^……/, ''), sheetTexts);
      assert.ok(
        pagesWithWords.includes(page),
        `note ${number}: ${lemma}: ${page}, not ${pagesWithWords.join()}`,
      );
    });
  }
}
