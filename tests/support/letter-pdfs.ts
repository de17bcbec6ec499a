import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { letters } from './letters.ts';
import { pdfLines } from './pdf.ts';
import { DIST } from './site.ts';

const pdfFile = ({ key, path }: { key: string; path: string }) =>
  `${path}${key.replace('/', '-')}.pdf`;

/**
 * The PDFs of the published letters that were built, by the letter's key. A page has lines of its own, and lines that are
 * drawn but not part of the document.
 */
export const letterPdfs = new Map(
  await Promise.all(
    letters
      .filter((letter) => existsSync(join(DIST, pdfFile(letter))))
      .map(async (letter) => {
        const file = pdfFile(letter);
        const bytes = readFileSync(join(DIST, file));
        const pages = (await pdfLines(bytes)).map((lines) => ({
          own: lines.filter(({ artifact }) => !artifact),
          drawn: lines.filter(({ artifact }) => artifact),
        }));
        return [letter.key, { file, bytes, pages }] as const;
      }),
  ),
);
