import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { letters } from './letters.ts';
import { pdfLines } from './pdf.ts';
import { DIST } from './site.ts';

/**
 * The PDFs of the published letters, by the letter's key. A page has lines of its own, and lines that are
 * drawn but not part of the document.
 */
export const letterPdfs = new Map(
  await Promise.all(
    letters.map(async ({ key, path }) => {
      const file = `${path}${key.replace('/', '-')}.pdf`;
      const bytes = readFileSync(join(DIST, file));
      const pages = (await pdfLines(bytes)).map((lines) => ({
        own: lines.filter(({ artifact }) => !artifact),
        drawn: lines.filter(({ artifact }) => artifact),
      }));
      return [key, { file, bytes, pages }] as const;
    }),
  ),
);
