import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What stands at one height of a page: its words without white space, and where they stand, in pt. */
export interface Line {
  text: string;
  /** Above the page's lower edge. */
  height: number;
  left: number;
  right: number;
  /** Drawn, but not part of the document: page numbers. */
  artifact: boolean;
}

export const openPdf = (pdf: Uint8Array) =>
  getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;

/** The lines of each page of a PDF, top to bottom. */
export async function pdfLines(pdf: Uint8Array): Promise<Line[][]> {
  const document = await openPdf(pdf);
  const pages: Line[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const tags: string[] = [];
    const lines: Line[] = [];
    for (const item of items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') tags.pop();
        else tags.push((item as { tag?: string }).tag ?? '');
        continue;
      }
      if (item.str.trim() === '') continue;
      const [, , , , left = 0, height = 0] = item.transform as number[];
      const right = left + item.width;
      const text = item.str.replaceAll(/\s/g, '');
      const artifact = tags.includes('Artifact');
      // A note's raised mark is a few points off.
      const line = lines.find(
        (one) => one.artifact === artifact && Math.abs(one.height - height) < 8,
      );
      if (line) Object.assign(line, { text: line.text + text, right: Math.max(line.right, right) });
      else lines.push({ text, height, left, right, artifact });
    }
    pages.push(lines.sort((a, b) => b.height - a.height));
  }
  return pages;
}
