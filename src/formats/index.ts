import type { Letter } from '../letter/types.ts';
import { figures } from './figures.ts';
import type { Format } from './format.ts';
import { jsonld } from './jsonld.ts';
import { sourceOf } from './source.ts';
import { text } from './text.ts';

/** Every form of a letter beside its page, in the order in which the page lists them. */
const formats = (letter: Letter): Format[] => [text, sourceOf(letter), jsonld, figures];

/** Those that a letter has. */
export const formatsOf = (letter: Letter): Format[] =>
  formats(letter).filter(({ has }) => !has || has(letter));
