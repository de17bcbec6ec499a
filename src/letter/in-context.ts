import type { Letter } from './letter.ts';

/** A letter with everything of other letters that the files of its folder say. */
export interface LetterInContext {
  letter: Letter;
  /** The neighbours in the order of the lists. */
  before: Letter | undefined;
  after: Letter | undefined;
}

/** Puts each letter in its context; `letters` are all letters of the site in the order of the lists. */
export const inContext = (letters: Letter[]): LetterInContext[] =>
  letters.map((letter, at) => ({ letter, before: letters[at - 1], after: letters[at + 1] }));
