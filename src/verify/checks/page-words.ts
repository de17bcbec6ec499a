import { ownText } from '../../letter/withholding.ts';
import type { PageCheck } from '../check.ts';
import { compareWords } from '../compare.ts';

/** On a letter's page the words that are not marked as editorial are the letter's; other pages have none. */
export const checkPageWords: PageCheck = (file, page, letter) =>
  compareWords(
    file,
    page.words,
    letter
      ? ownText(letter)
          .map(({ text }) => text)
          .join('')
      : '',
  );
