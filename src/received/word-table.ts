import { tableRow, type Line } from './lines.ts';

/** A paragraph, with `\n` where a line ends in it, or a table. */
export type Block = { type: 'paragraph'; text: string } | Table;
export interface Table {
  type: 'table';
  rows: Cell[][];
}
export interface Cell {
  blocks: Block[];
  /** How many columns and rows it takes. */
  colSpan: number;
  rowSpan: number;
}

/** As many columns as Word lets a table have. */
export const MOST_COLUMNS = 63;
/** As many paragraphs make a cell a frame around running text. */
const PARAGRAPHS_OF_TEXT = 5;

/** The text of every paragraph within a cell, those of a table in it too. */
const textsOf = (blocks: Block[]): string[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? block.text
      : block.rows.flat().flatMap((cell) => textsOf(cell.blocks)),
  );
const wordsOf = (cell: Cell): string => textsOf(cell.blocks).join('').replaceAll(/\s/g, '');

/**
 * Whether a row is a frame around running text: its only cell holds several paragraphs, or a table;
 * or, as in a form, one of its cells holds a letter's worth of paragraphs and most of the table's words.
 */
function isFrame(row: Cell[], table: Table): boolean {
  const isText = ({ blocks }: Cell) =>
    blocks.filter((block) => block.type === 'table' || block.text !== '').length > 1;
  if (row.length === 1) return isText(row[0]!);
  const whole = table.rows.flat().reduce((sum, cell) => sum + wordsOf(cell).length, 0);
  return row.some(
    (cell) =>
      textsOf(cell.blocks).filter((text) => text.trim() !== '').length >= PARAGRAPHS_OF_TEXT &&
      wordsOf(cell).length > whole / 2,
  );
}

/**
 * The rows of a table as lines; where a cell spans others, those are empty, so that all rows are
 * equally wide. What stands in a frame is read by `linesOf`, as if there were none.
 */
export function tableLines(table: Table, linesOf: (blocks: Block[]) => Line[]): Line[] {
  const taken = new Map<number, number>();
  const rows = table.rows.map((row): Line[] | { cells: string[] } => {
    if (isFrame(row, table) && ![...taken.values()].some(Boolean))
      return row.flatMap((cell) => linesOf(cell.blocks));
    const cells: string[] = [];
    /** Fills the columns that cells of the rows above reach into. */
    const skip = () => {
      for (let left; (left = taken.get(cells.length)); taken.set(cells.length - 1, left - 1))
        cells.push('');
    };
    for (const { blocks, colSpan, rowSpan } of row) {
      skip();
      const text = textsOf(blocks).map((one) => one.replaceAll(/\s+/g, ' ').trim());
      for (let column = 0; column < colSpan; column++) {
        if (rowSpan > 1) taken.set(cells.length, rowSpan - 1);
        cells.push(column === 0 ? text.filter(Boolean).join(' ') : '');
      }
    }
    skip();
    return { cells };
  });
  // A column without a word is there for the layout.
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
