import { readFileSync } from 'node:fs';
import { cached } from '../../cache.ts';

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

/** Opens a PDF with a reader that is independent of the compiler that made it. */
export async function openPdf(pdf: Uint8Array) {
  // Loaded here, since only the proof of the build and the tests read PDFs.
  const { getDocumentProxy } = await import('unpdf');
  return getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
}

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

/** The title of the pages that this site adds to a letter's PDF. */
const APPENDIX_TITLE = '附页';

/** The letter's own words in its PDF: those of the pages before the appendix, without page numbers. */
async function readWords(pdf: Uint8Array): Promise<string> {
  const pages = (await pdfRuns(pdf)).map((runs) =>
    runs.flatMap(({ text, artifact }) => (artifact ? [] : text)).join(''),
  );
  return pages
    .slice(
      0,
      pages.findLastIndex((page) => page.startsWith(APPENDIX_TITLE)),
    )
    .join('');
}

/** The code and the library that read, on which the cached words depend too. */
const READER = ['src/outputs/pdf/read.ts', 'node_modules/unpdf/package.json'];

/** The letter's own words in its PDF, without white space; cached by the content of the file. */
export async function pdfWords(pdf: Uint8Array): Promise<string> {
  const inputs = [pdf, ...READER.map((file) => readFileSync(file))];
  const words = await cached('pdf-words', inputs, async () => Buffer.from(await readWords(pdf)));
  return Buffer.from(words).toString();
}
