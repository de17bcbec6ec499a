import assert from 'node:assert/strict';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { letterText } from '../../src/letter/text.ts';
import type { Letter } from '../../src/letter/letter.ts';
import { bare } from './site.ts';

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

/** A run of text of a page, and whether it is drawn without being part of the document. */
interface Run {
  text: string;
  transform: number[];
  width: number;
  artifact: boolean;
}

/** The runs of each page of a PDF, in the order of the document. */
async function pdfRuns(pdf: Uint8Array): Promise<Run[][]> {
  const document = await openPdf(pdf);
  const pages: Run[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const tags: string[] = [];
    const runs: Run[] = [];
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
  return pages;
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
        (one) => one.artifact === artifact && Math.abs(one.height - height) < 8,
      );
      if (line) Object.assign(line, { text: line.text + text, right: Math.max(line.right, right) });
      else lines.push({ text, height, left, right, artifact });
    }
    return lines.sort((a, b) => b.height - a.height);
  });
}

/**
 * What a letter's official PDF says before its appendix, without white space and in the letter's own
 * order: copies, which stand at the foot of the last page, are put back in their place.
 */
export async function pdfLetter(letter: Letter, pdf: Uint8Array): Promise<string> {
  const pages = (await pdfRuns(pdf)).map((runs) =>
    runs.flatMap(({ text, artifact }) => (artifact ? [] : text)).join(''),
  );
  const text = pages
    .slice(
      0,
      pages.findLastIndex((page) => page.startsWith('附页')),
    )
    .join('');
  const foot = bare(letter.copies?.printed ?? '');
  assert.ok(text.endsWith(foot), foot);
  const all = letterText(letter);
  const above = all.slice(
    0,
    all.findIndex(({ id }) => id === 'cc'),
  );
  const { length } = bare(above.map((piece) => piece.text).join(''));
  return text.slice(0, length) + foot + text.slice(length, text.length - foot.length);
}
