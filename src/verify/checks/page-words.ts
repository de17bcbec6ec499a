import { letterText } from '../../letter/text.ts';
import type { PageCheck } from '../check.ts';
import { compareWords } from '../compare.ts';

/** On a letter's page the words that are not marked as editorial are the letter's; other pages have none. */
export const checkPageWords: PageCheck = (file, page, letter) =>
  compareWords(
    file,
    page.words,
    letter
      ? letterText(letter)
          .map(({ text }) => text)
          .join('')
      : '',
  );
