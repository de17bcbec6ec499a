import { markTables, type Line } from './lines.ts';

/** A line without the single bar at its end, which remains from a table on a web page. */
const withoutBorder = (line: Line): Line =>
  line.cells || line.text.indexOf('|') !== line.text.trimEnd().length - 1
    ? line
    : { text: line.text.trimEnd().slice(0, -1).trimEnd() };

/** Splits a text file into lines, also at form feeds and at line ends of old Macs. */
export const textLines = (text: string): Line[] =>
  markTables(text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)).map(withoutBorder);
