import { visible, withoutHidden } from '../letter/checks.ts';
import type { Part } from '../letter/order.ts';
import type { Reading } from '../received/lines.ts';

/** A line of the received file that is not blank, and what it was recognised as. */
export interface Row {
  /** From 1, as in the file; in a Word file, of its paragraphs and rows of tables. */
  line: number;
  /** Without white space at its ends and without what nobody can see. */
  text: string;
  /** Of a table's row. */
  cells?: string[];
  /** The part of the letter to which it belongs. */
  part?: Part;
  /** Why it is no part of the letter; Chinese. */
  omitted?: string;
}

/** The lines of a file as rows. */
export const rowsOf = ({ lines }: Reading): Row[] =>
  lines.flatMap(({ text, cells }, index) =>
    visible(text) === ''
      ? []
      : {
          line: index + 1,
          text: withoutHidden(text).trim(),
          ...(cells && { cells: cells.map((cell) => withoutHidden(cell).trim()) }),
        },
  );

/** Rows that nobody has recognised yet. */
export const open = (rows: Row[]): Row[] => rows.filter(({ part, omitted }) => !part && !omitted);

/** Cuts a row in two after `length` characters; both stay on its line. */
export function split(rows: Row[], row: Row, length: number): [Row, Row] {
  const rest: Row = { line: row.line, text: row.text.slice(length).trim() };
  row.text = row.text.slice(0, length).trim();
  rows.splice(rows.indexOf(row) + 1, 0, rest);
  return [row, rest];
}
