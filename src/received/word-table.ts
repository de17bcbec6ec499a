import { tableRow, type Line } from './lines.ts';

/** A paragraph, with `\n` where a line ends in it, or a table. */
export type Block = { type: 'paragraph'; text: string } | Table;
export interface Table {
  type: 'table';
  rows: Cell[][];
}
export interface Cell {
  blocks: Block[];
  /** The number of columns and rows that the cell spans. */
  colSpan: number;
  rowSpan: number;
}

/** The most columns of a table in Word. */
export const MOST_COLUMNS = 63;
/** The number of paragraphs from which a cell is a frame around running text. */
const PARAGRAPHS_OF_TEXT = 5;

/** The lines of every paragraph in a cell, including those of nested tables. */
const textsOf = (blocks: Block[]): string[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? block.text.split('\n')
      : block.rows.flat().flatMap((cell) => textsOf(cell.blocks)),
  );
const wordsOf = (cell: Cell): string => textsOf(cell.blocks).join('').replaceAll(/\s/g, '');

/**
 * Returns true if a row is a frame around running text: its only cell contains several paragraphs, or a
 * table; or, as in a form, one of its cells contains a letter's worth of paragraphs and most of the table's
 * words, of which there are `whole`.
 */
function isFrame(row: Cell[], whole: number): boolean {
  const isText = ({ blocks }: Cell) =>
    blocks.some(({ type }) => type === 'table') || textsOf(blocks).filter(Boolean).length > 1;
  if (row.length === 1) return isText(row[0]!);
  return row.some(
    (cell) =>
      textsOf(cell.blocks).filter((text) => text.trim() !== '').length >= PARAGRAPHS_OF_TEXT &&
      wordsOf(cell).length > whole / 2,
  );
}

/**
 * Returns the rows of a table as lines. Columns that a cell spans beyond its first are empty, so that all
 * rows are equally wide. The content of a frame is read by `linesOf`, as if there were no table.
 */
export function tableLines(table: Table, linesOf: (blocks: Block[]) => Line[]): Line[] {
  const taken = new Map<number, number>();
  const whole = table.rows.flat().reduce((sum, cell) => sum + wordsOf(cell).length, 0);
  const rows = table.rows.map((row): Line[] | { cells: string[] } => {
    if (isFrame(row, whole) && ![...taken.values()].some(Boolean))
      return row.flatMap((cell) => linesOf(cell.blocks));
    const cells: string[] = [];
    /** Adds empty columns where cells of the rows above extend down. */
    const skip = () => {
      for (let left; (left = taken.get(cells.length)); taken.set(cells.length - 1, left - 1))
        cells.push('');
    };
    for (const { blocks, colSpan, rowSpan } of row) {
      skip();
      const text = textsOf(blocks).map((one) => one.replaceAll(/\s+/g, ' ').trim());
      const columns = Math.max(1, Math.min(colSpan, MOST_COLUMNS - cells.length));
      for (let column = 0; column < columns; column++) {
        if (rowSpan > 1) taken.set(cells.length, rowSpan - 1);
        cells.push(column === 0 ? text.filter(Boolean).join(' ') : '');
      }
    }
    skip();
    return { cells };
  });
  // A column without words only serves the layout.
  const used = new Set(
    rows.flatMap((row) =>
      'cells' in row ? row.cells.flatMap((cell, at) => (cell ? at : [])) : [],
    ),
  );
  return rows.flatMap((row) => {
    if (!('cells' in row)) return row;
    const cells = [...used].sort((a, b) => a - b).map((at) => row.cells[at] ?? '');
    return cells.length > 1 ? tableRow(cells) : { text: cells.join('') };
  });
}
