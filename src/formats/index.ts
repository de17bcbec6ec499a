import type { Format } from './format.ts';
import { jsonld } from './jsonld.ts';
import { source } from './source.ts';
import { text } from './text.ts';

/** Every form of a letter beside its page, in the order in which the page lists them. */
export const formats: Format[] = [text, source, jsonld];
