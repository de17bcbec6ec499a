import { visibleText, stripHidden } from '../language/hidden.ts';
import type { Part } from '../letter/parts.ts';
import type { Reading } from '../received/lines.ts';

/** A line of the received file that is not blank, and what it was recognised as. */
export interface Row {
  /** From 1, as in the file; in a Word file, of its paragraphs and rows of tables. */
  line: number;
  /** Without white space at its ends and without what nobody can see. */
  text: string;
  /** How wide the line is and how far it is indented, in half characters. */
  width: number;
  indent: number;
  /** Of a table's row. */
  cells?: string[];
  /** The part of the letter to which it belongs. */
  part?: Part;
  /** Why it is no part of the letter; Chinese. */
  omitted?: string;
}

/** A Chinese character is two half ones wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char <= '\xFF' ? 1 : 2), 0);
const measured = (text: string): Pick<Row, 'width' | 'indent'> => ({
  width: widthOf(text.trimEnd()),
  indent: widthOf(/^\s*/.exec(text)![0]),
});

/** The lines of a file as rows. */
export const rowsOf = ({ lines }: Reading): Row[] =>
  lines.flatMap(({ text, cells }, index) =>
    visibleText(text) === ''
      ? []
      : {
          line: index + 1,
          ...measured(stripHidden(text)),
          text: stripHidden(text).trim(),
          ...(cells && { cells: cells.map((cell) => stripHidden(cell).trim()) }),
        },
  );

/** Rows that nobody has recognised yet. */
export const unclassified = (rows: Row[]): Row[] =>
  rows.filter(({ part, omitted }) => !part && !omitted);

/** Cuts a row in two after `length` characters; both stay on its line. */
export function splitRow(rows: Row[], row: Row, length: number): [Row, Row] {
  const after = row.text.slice(length);
  const rest: Row = { line: row.line, text: after.trim(), ...measured(after) };
  row.text = row.text.slice(0, length).trim();
  rows.splice(rows.indexOf(row) + 1, 0, rest);
  return [row, rest];
}
