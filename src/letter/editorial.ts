import { inlineText } from './body.ts';
import type { Letter } from './letter.ts';
import { PART_ORDER, PARTS } from './parts.ts';

/** A text that an editor wrote about a letter, and its place in the front matter or a file. */
export interface EditorialText {
  path: PropertyKey[];
  text: string;
}

/** Facts that are no text of an editor's: decisions that are not printed, the received file, and the parts. */
const NOT_EDITORIAL = new Set([
  ...['key', 'sha256', 'received', 'review', 'withheld', 'source', 'questions', 'published'],
  ...['opening', 'sections', 'closing', 'marks', 'notes', 'figures', 'copies', 'proposalText'],
  ...PART_ORDER.flatMap((part) => Object.keys(PARTS[part].fields)),
]);

/** Every string within a value, with its path. */
const stringsIn = (value: unknown, path: PropertyKey[]): EditorialText[] =>
  typeof value === 'string'
    ? [{ path, text: value }]
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, item]) => stringsIn(item, [...path, key]))
      : [];

/**
 * Returns every editorial text that is published with a letter: its facts, whatever they are, notes,
 * figures, corrections.
 */
export const editorialTexts = (letter: Letter): EditorialText[] => [
  ...Object.entries(letter).flatMap(([key, value]) =>
    NOT_EDITORIAL.has(key) ? [] : stringsIn(value, [key]),
  ),
  ...letter.signatories.map((text, at) => ({ path: ['signatories', at], text })),
  ...(letter.copies?.persons ?? []).map((text) => ({ path: ['copies', 'persons'], text })),
  ...letter.notes.flatMap(({ paragraphs }) =>
    paragraphs.map((content) => ({ path: ['notes'], text: inlineText(content) })),
  ),
  ...(letter.figures?.figures ?? []).flatMap(({ what, unit, asOf = '' }) =>
    [what, unit, asOf].map((text) => ({ path: ['figures'], text })),
  ),
];
