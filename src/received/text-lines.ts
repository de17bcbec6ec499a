import { markTables, type Line } from './lines.ts';

/** The lines of a text file; a form feed or an old Mac's line end also ends one. */
export const textLines = (text: string): Line[] =>
  markTables(text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/));
