import { inlineText } from './body.ts';
import type { Letter } from './letter.ts';

/** A text that an editor wrote about a letter, and its place in the front matter or a file. */
export interface EditorialText {
  path: PropertyKey[];
  text: string;
}

/** Returns every editorial text that is published with a letter: facts, notes, figures, corrections. */
export const editorialTexts = (letter: Letter): EditorialText[] => [
  { path: ['summary'], text: letter.summary },
  ...letter.keywords.map((text, at) => ({ path: ['keywords', at], text })),
  { path: ['proposal', 'title'], text: letter.proposal.title ?? '' },
  { path: ['proposal', 'lead'], text: letter.proposal.lead ?? '' },
  ...letter.signatories.map((text, at) => ({ path: ['signatories', at], text })),
  ...(letter.copies?.persons ?? []).map((text) => ({ path: ['copies', 'persons'], text })),
  ...letter.corrections.flatMap(({ what, why }, at) =>
    [what, why].map((text) => ({ path: ['corrections', at], text })),
  ),
  ...letter.notes.flatMap(({ paragraphs }) =>
    paragraphs.map((content) => ({ path: ['notes'], text: inlineText(content) })),
  ),
  ...(letter.figures?.figures ?? []).flatMap(({ what, unit, asOf = '' }) =>
    [what, unit, asOf].map((text) => ({ path: ['figures'], text })),
  ),
];
