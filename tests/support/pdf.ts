import { getDocumentProxy } from 'unpdf';

/** A run of text of a page as a PDF reader finds it. */
export interface PdfRun {
  /** Without white space. */
  text: string;
  /** Six numbers that place it on the page; the last two are its left edge and its baseline, in pt. */
  transform: number[];
  /** In pt. */
  width: number;
  /** True if it is drawn without being part of the document, such as a page number. */
  artifact: boolean;
}

/** Opens a PDF with a reader that is neither the build's nor the compiler that made it. */
export const openPdf = (pdf: Uint8Array) => getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });

/** The runs of each page of a PDF, in the order of the document. */
export async function pdfRuns(pdf: Uint8Array): Promise<PdfRun[][]> {
  const document = await openPdf(pdf);
  const pages: PdfRun[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (
      await document.getPage(number)
    ).getTextContent({
      includeMarkedContent: true,
    });
    const tags: string[] = [];
    const runs: PdfRun[] = [];
    for (const item of items) {
      if ('str' in item) {
        const { str, transform, width } = item;
        const text = str.replaceAll(/\s/g, '');
        if (text) runs.push({ text, transform, width, artifact: tags.includes('Artifact') });
      } else if (item.type === 'endMarkedContent') tags.pop();
      else tags.push((item as { tag?: string }).tag ?? '');
    }
    pages.push(runs);
  }
  await document.loadingTask.destroy();
  return pages;
}

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
