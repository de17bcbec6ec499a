import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { Letter } from '../letter/letter.ts';
import { letterText } from '../letter/text.ts';
import type { Problem } from '../verify/check.ts';
import { compareWords } from '../verify/compare.ts';

/** The text of a parsed tree. */
const textOf = (node: DefaultTreeAdapterTypes.ChildNode): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

/**
 * Compares the words of a handed-over body, as an HTML parser reads them, with the letter's words without its
 * title. White space does not count.
 */
export const verifyBody = (letter: Letter, file: string, html: string): Problem[] =>
  compareWords(
    file,
    parseFragment(html).childNodes.map(textOf).join(''),
    letterText(letter)
      .filter(({ id }) => id !== 'title')
      .map(({ text }) => text)
      .join(''),
  );
