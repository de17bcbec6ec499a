/** A line of a received file: a line of text, a paragraph of Word, or a row of a table with its cells. */
export interface Line {
  text: string;
  cells?: string[];
}

/** What was read of a received file. */
export interface Reading {
  /** The encoding, as a reader would name it; of Word files, none. */
  encoding: string | undefined;
  lines: Line[];
  /** What the file holds besides its text, and Word shows: Chinese, one phrase each. */
  lost: string[];
}

/** A table's row. */
export const tableRow = (cells: string[]): Line => ({ text: cells.join('\t'), cells });

/** Cells of a line, cut at `mark`; the bars at both ends are rules. */
const cellsOf = (line: string, mark: string): string[] => {
  const inner = mark === '|' ? line.trim().replaceAll(/^\||\|$/g, '') : line.trim();
  return inner.split(mark).map((cell) => cell.trim());
};
const isRule = (cells: string[]) => cells.every((cell) => /^:?-+:?$/.test(cell));

/**
 * Lines with the tables in them told apart: two lines or more, one after the other, cut by bars or
 * tabs into equally many cells. The bars are rules, not words.
 */
export function markTables(texts: string[]): Line[] {
  const lines: Line[] = texts.map((text) => ({ text }));
  for (const mark of ['|', '\t']) {
    let start = 0;
    while (start < texts.length) {
      const width = lines[start]!.cells ? 1 : cellsOf(texts[start]!, mark).length;
      let end = start + 1;
      if (width > 1)
        while (end < texts.length && cellsOf(texts[end]!, mark).length === width) end++;
      if (end - start > 1)
        for (let index = start; index < end; index++) {
          const cells = cellsOf(texts[index]!, mark);
          lines[index] = mark === '|' && isRule(cells) ? { text: '' } : tableRow(cells);
        }
      start = end;
    }
  }
  return lines;
}
