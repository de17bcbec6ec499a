import { rowOf, type Line } from './lines.ts';
import type { WordNode } from './word.ts';

/** Every paragraph within a cell, those of a table in it too. */
const paragraphs = (node: WordNode): WordNode[] =>
  node.type === 'paragraph' ? [node] : (node.children ?? []).flatMap(paragraphs);

/** The rows of a table as lines; where a cell spans others, those are empty, so that all rows are equally wide. */
export function tableLines(table: WordNode, read: (paragraph: WordNode) => string): Line[] {
  const taken = new Map<number, number>();
  const rows = (table.children ?? []).map((row) => {
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
    return cells;
  });
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) => {
    while (cells.length < width) cells.push('');
    return width > 1 ? rowOf(cells) : { text: cells.join('') };
  });
}
