import { visibleText, stripHidden } from '../language/hidden.ts';
import type { Part } from '../letter/parts.ts';
import type { Reading } from '../received/lines.ts';
import type { Question } from './questions.ts';

/** A line of the received file that is not blank, and what it was classified as. */
export interface Row {
  /** From 1, as in the file; in a Word file, the number of the paragraph or table row. */
  readonly line: number;
  /** Without white space at its ends and without hidden characters. */
  readonly text: string;
  /** Width of the line and of its indent, in half characters. */
  readonly width: number;
  readonly indent: number;
  /** Cells of a table row. */
  readonly cells?: string[];
  /** The line comes before the letter's body. */
  readonly aboveBody?: boolean;
  /** The printed part to which the line belongs. */
  readonly part?: Part;
  /** The reason why the line is not part of the letter; Chinese. */
  readonly omitted?: string;
  /** A website's statement about the letter on this line, as `label：value`. */
  readonly metadata?: string;
}

/** The classification of a line by a pass. */
export type Classification = Pick<Row, 'part' | 'omitted' | 'metadata'>;

/** New rows, and questions about them. */
export interface PassResult {
  rows: Row[];
  questions: Question[];
}

/** A step of the classification. It changes neither its array nor its rows. */
export type Pass = (rows: Row[]) => PassResult;

/** Width in half characters: a Chinese character has two. */
const measureWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char <= '\xFF' ? 1 : 2), 0);
const measureLine = (text: string): Pick<Row, 'width' | 'indent'> => ({
  width: measureWidth(text.trimEnd()),
  indent: measureWidth(/^\s*/.exec(text)![0]),
});

/** Lines of a received file as rows; blank lines have none. */
export const readRows = ({ lines }: Reading): Row[] =>
  lines.flatMap(({ text, cells }, index) =>
    visibleText(text) === ''
      ? []
      : {
          line: index + 1,
          ...measureLine(stripHidden(text)),
          text: stripHidden(text).trim(),
          ...(cells && { cells: cells.map((cell) => stripHidden(cell).trim()) }),
        },
  );

/** Rows that no pass has classified yet. */
export const unclassifiedRows = (rows: Row[]): Row[] =>
  rows.filter(({ part, omitted }) => !part && !omitted);

/** Unclassified rows above the letter's body. */
export const unclassifiedHead = (rows: Row[]): Row[] =>
  unclassifiedRows(rows).filter(({ aboveBody }) => aboveBody);

/** All rows, with the classification that `found` has for some of them. */
export const classifyRows = (rows: Row[], found: Map<Row, Classification>): Row[] =>
  rows.map((row) => (found.has(row) ? { ...row, ...found.get(row) } : row));

/** All rows, with the same classification for the rows of `chosen`. */
export const classifyAlike = (rows: Row[], chosen: Row[], classification: Classification): Row[] =>
  classifyRows(rows, new Map(chosen.map((row) => [row, classification])));

/** Splits a row in two after `length` characters; both halves keep its line number. */
export function splitRow(row: Row, length: number): [Row, Row] {
  const { line, aboveBody } = row;
  const rest = row.text.slice(length);
  return [
    { ...row, text: row.text.slice(0, length).trim() },
    { line, text: rest.trim(), ...measureLine(rest), ...(aboveBody && { aboveBody }) },
  ];
}
