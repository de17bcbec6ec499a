import { openPdf, pdfRuns } from '../../src/outputs/pdf/read.ts';

export { openPdf };

/** Millimetres in pt. */
export const mm = (value: number): number => (value * 72) / 25.4;
/** GB/T 9704-2012, 7.1: the edges of the text area, the distance of its 22 lines and the width of its 28 characters, in pt. */
export const GRID = {
  LEFT: mm(28),
  RIGHT: mm(210 - 26),
  TOP: mm(297 - 37),
  BOTTOM: mm(35),
  PITCH: mm(225) / 22,
  CELL: mm(156) / 28,
};
export const near = (a: number, b: number, by = 0.6): boolean => Math.abs(a - b) <= by;

/** The text at one height of a page, without white space, and its position in pt. */
export interface Line {
  text: string;
  /** Height above the page's lower edge, in pt. */
  height: number;
  left: number;
  right: number;
  /** Drawn, but not part of the document: page numbers. */
  artifact: boolean;
}

/** The lines of each page of a PDF, top to bottom. */
export async function pdfLines(pdf: Uint8Array): Promise<Line[][]> {
  return (await pdfRuns(pdf)).map((runs) => {
    const lines: Line[] = [];
    for (const { text, transform, width, artifact } of runs) {
      const [, , , , left = 0, height = 0] = transform;
      const right = left + width;
      // A note's raised mark is a few points off.
      const line = lines.find(
        (other) => other.artifact === artifact && Math.abs(other.height - height) < 8,
      );
      if (line) Object.assign(line, { text: line.text + text, right: Math.max(line.right, right) });
      else lines.push({ text, height, left, right, artifact });
    }
    return lines.sort((a, b) => b.height - a.height);
  });
}
