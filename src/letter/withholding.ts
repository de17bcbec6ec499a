import type { TextFragment } from './body.ts';
import type { DraftLetter, Letter } from './letter.ts';
import { letterText } from './text.ts';

/** The mark that replaces words withheld by law. */
export const WITHHELD = '（依法不公开）';

type AnyLetter = Letter | DraftLetter;

/** The bytes of the public copy of a received file: its text as UTF-8. */
export const encodePublicText = (text: string): Uint8Array =>
  new TextEncoder().encode(text.endsWith('\n') ? text : `${text}\n`);

/** The number of marks in a text. */
export const countWithheld = (text: string): number => text.split(WITHHELD).length - 1;

/** Returns true if the marks in this fragment are editorial, since its words were withheld. */
export const isWithheld = ({ withheld }: AnyLetter, fragment: string): boolean =>
  withheld.some(({ at }) => at === fragment);

/** A text cut at the marks: entries with an odd index are marks. */
export const splitWithheld = (text: string): string[] =>
  text.split(WITHHELD).flatMap((words, index) => (index === 0 ? [words] : [WITHHELD, words]));

/** The letter's own text: without the marks, which are editorial. */
export const ownText = (letter: AnyLetter): TextFragment[] =>
  letterText(letter).map(({ id, text }) => ({
    id,
    text: isWithheld(letter, id) ? text.replaceAll(WITHHELD, '') : text,
  }));
