import type { Letter } from '../letter/types.ts';
import { figures } from './figures.ts';
import type { Format } from './format.ts';
import { jsonld } from './jsonld.ts';
import { pdf } from './pdf.ts';
import { sourceOf } from './source.ts';
import { text } from './text.ts';
import { canTypeset } from '../typeset/set.ts';

/** Every form that a letter has beside its page, in the order in which the page lists them. */
export const formatsOf = (letter: Letter): Format[] => [
  ...(canTypeset ? [pdf(letter)] : []),
  text,
  sourceOf(letter),
  jsonld,
  ...(letter.figures ? [figures] : []),
];
