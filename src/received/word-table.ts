import { tableRow, type Line } from './lines.ts';
import type { WordNode } from './word-node.ts';

/** All paragraphs within a node, those of tables in it included. */
const findParagraphs = (node: WordNode): WordNode[] =>
  node.type === 'paragraph' ? [node] : (node.children ?? []).flatMap(findParagraphs);

/** Returns true for a row that only frames text: its one cell holds several paragraphs, or a table. */
const isFrame = ({ children: cells = [] }: WordNode): boolean =>
  cells.length === 1 &&
  (cells[0]!.children ?? []).filter(({ type, children }) => type === 'table' || children?.length)
    .length > 1;

/**
 * Reads a table as lines, one for each row. The cells that another cell spans are empty, so that all
 * rows have the same width. `read` returns the text of a paragraph; `linesOf` reads what is in a
 * frame, as if there were no table.
 */
export function tableLines(
  table: WordNode,
  read: (paragraph: WordNode) => string,
  linesOf: (nodes: WordNode[]) => Line[],
): Line[] {
  /** How many rows more the cell of a column spans. */
  const spans = new Map<number, number>();
  const rows = (table.children ?? []).map((row): Line[] | { cells: string[] } => {
    if (isFrame(row) && ![...spans.values()].some(Boolean))
      return linesOf(row.children![0]!.children ?? []);
    const cells: string[] = [];
    /** Leaves the columns empty that cells of the rows above span. */
    const fillSpanned = () => {
      let left = spans.get(cells.length);
      while (left) {
        spans.set(cells.length, left - 1);
        cells.push('');
        left = spans.get(cells.length);
      }
    };
    for (const cell of row.children ?? []) {
      fillSpanned();
      const { colSpan = 1, rowSpan = 1 } = cell;
      const text = findParagraphs(cell).map((paragraph) =>
        read(paragraph).replaceAll(/\s+/g, ' ').trim(),
      );
      for (let column = 0; column < colSpan; column++) {
        if (rowSpan > 1) spans.set(cells.length, rowSpan - 1);
        cells.push(column === 0 ? text.filter(Boolean).join(' ') : '');
      }
    }
    fillSpanned();
    return { cells };
  });
  // Columns without words serve the layout.
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
