import { tableRow, type Line } from './lines.ts';
import type { WordNode } from './word-node.ts';

/** Every paragraph within a cell, those of a table in it too. */
const paragraphs = (node: WordNode): WordNode[] =>
  node.type === 'paragraph' ? [node] : (node.children ?? []).flatMap(paragraphs);

/** Whether a row is a frame around running text: its only cell holds several paragraphs, or a table. */
const isFrame = ({ children: cells = [] }: WordNode): boolean =>
  cells.length === 1 &&
  (cells[0]!.children ?? []).filter(({ type, children }) => type === 'table' || children?.length)
    .length > 1;

/**
 * The rows of a table as lines; where a cell spans others, those are empty, so that all rows are
 * equally wide. What stands in a frame is read by `linesOf`, as if there were none.
 */
export function tableLines(
  table: WordNode,
  read: (paragraph: WordNode) => string,
  linesOf: (nodes: WordNode[]) => Line[],
): Line[] {
  const taken = new Map<number, number>();
  const rows = (table.children ?? []).map((row): Line[] | { cells: string[] } => {
    if (isFrame(row) && ![...taken.values()].some(Boolean))
      return linesOf(row.children![0]!.children ?? []);
    const cells: string[] = [];
    /** Fills the columns that cells of the rows above reach into. */
    const skip = () => {
      for (let left; (left = taken.get(cells.length)); taken.set(cells.length - 1, left - 1))
        cells.push('');
    };
    for (const cell of row.children ?? []) {
      skip();
      const { colSpan = 1, rowSpan = 1 } = cell;
      const text = paragraphs(cell).map((one) => read(one).replaceAll(/\s+/g, ' ').trim());
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
