import type { BodyBlocks } from './body.ts';
import { crossReferences } from './cross-references.ts';
import type { Letter } from './letter.ts';
import { otherReplies } from './sessions.ts';

/** A letter with everything of other letters that the files of its folder say. */
export interface LetterInContext {
  letter: Letter;
  /** The other replies to the same proposal. */
  seeAlso: Letter[];
  /** Its body with links to the letters that it mentions, if it mentions any. */
  linked: BodyBlocks | undefined;
  /** The neighbours in the order of the lists. */
  before: Letter | undefined;
  after: Letter | undefined;
}

/** Puts each letter in its context; `letters` are all letters of the site in the order of the lists. */
export function inContext(letters: Letter[]): LetterInContext[] {
  const others = otherReplies(letters);
  const link = crossReferences(letters);
  return letters.map((letter, at) => ({
    letter,
    seeAlso: others(letter),
    linked: link(letter),
    before: letters[at - 1],
    after: letters[at + 1],
  }));
}
