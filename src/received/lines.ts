import type { Difference } from './count/index.ts';

/** A line of a received file: a line of text, a paragraph of Word, or a table row with its cells. */
export interface Line {
  text: string;
  cells?: string[];
}

/** The contents of a received file. */
export interface Reading {
  /** Name of the encoding as shown to readers; undefined for Word files. */
  encoding: string | undefined;
  lines: Line[];
  /** Contents that the file shows and text cannot express, such as pictures; each a Chinese phrase. */
  lost: string[];
  /** Differences between the lines and an independent count of the file's words. */
  differences: Difference[];
  /** Texts of a Markdown file that are none of its lines, such as comments; they are published with the file. */
  asides: string[];
  /** What a Word file tells of its authors, such as 批注; each a Chinese phrase. */
  traces: string[];
}

/** Makes the line of a table row. */
export const tableRow = (cells: string[]): Line => ({ text: cells.join('\t'), cells });

/** Splits a line into cells at `mark`. Bars at both ends are borders. */
const splitCells = (line: string, mark: string): string[] => {
  const inner = mark === '|' ? line.trim().replaceAll(/^\||\|$/g, '') : line.trim();
  return inner.split(mark).map((cell) => cell.trim());
};
/** Returns true for the line of hyphens under a Markdown table's head. */
const isHeadRule = (cells: string[]) => cells.every((cell) => /^:?-+:?$/.test(cell));

/**
 * Turns texts into lines, and recognises tables: two or more consecutive lines that bars or tabs
 * split into the same number of cells. The bars are borders, not words.
 */
export function markTables(texts: string[]): Line[] {
  const lines: Line[] = texts.map((text) => ({ text }));
  for (const mark of ['|', '\t']) {
    let start = 0;
    while (start < texts.length) {
      const width = lines[start]!.cells ? 1 : splitCells(texts[start]!, mark).length;
      let end = start + 1;
      if (width > 1)
        while (end < texts.length && splitCells(texts[end]!, mark).length === width) end++;
      if (end - start > 1)
        for (let index = start; index < end; index++) {
          const cells = splitCells(texts[index]!, mark);
          lines[index] = mark === '|' && isHeadRule(cells) ? { text: '' } : tableRow(cells);
        }
      start = end;
    }
  }
  return lines;
}
