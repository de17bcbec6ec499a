import type { Letter } from '../letter/letter.ts';
import { figuresCsv } from './csv.ts';
import type { Format } from './format.ts';
import { jsonld } from './json-ld.ts';
import { pdf } from './pdf/pdf.ts';
import { receivedSource } from './source.ts';
import { plainText } from './text.ts';
import { canTypeset } from '../typst/typeset.ts';

/** Every form that a letter has beside its page, in the order in which the page lists them. */
export const formatsOf = (letter: Letter): Format[] => [
  ...(canTypeset ? [pdf(letter)] : []),
  plainText,
  receivedSource(letter),
  jsonld,
  ...(letter.figures ? [figuresCsv] : []),
];
