import { readFileSync } from 'node:fs';
import { cached } from '../../cache.ts';
import { readPages } from '../../pdfium.ts';

/** The title of the pages that this site adds to a letter's PDF. */
const APPENDIX_TITLE = '附页';

/** The letter's own words in its PDF: those of the pages before the appendix, without page numbers. */
async function readWords(pdf: Uint8Array): Promise<string> {
  const pages = (await readPages(pdf)).map((words) => words.replaceAll(/\s/g, ''));
  return pages
    .slice(
      0,
      pages.findLastIndex((page) => page.startsWith(APPENDIX_TITLE)),
    )
    .join('');
}

/** The code and the library that read, on which the cached words depend too. */
const READER = [
  ...['src/outputs/pdf/read.ts', 'src/pdfium.ts'],
  'node_modules/@embedpdf/pdfium/package.json',
];

/** The letter's own words in its PDF, without white space; cached by the content of the file. */
export async function pdfWords(pdf: Uint8Array): Promise<string> {
  const inputs = [pdf, ...READER.map((file) => readFileSync(file))];
  const words = await cached('pdf-words', inputs, async () => Buffer.from(await readWords(pdf)));
  return Buffer.from(words).toString();
}
