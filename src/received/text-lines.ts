import { markTables, type Line } from './lines.ts';

/** Splits a text file into lines, also at form feeds and at line ends of old Macs. */
export const textLines = (text: string): Line[] =>
  markTables(text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/));
