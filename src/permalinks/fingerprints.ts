import { createHash } from 'node:crypto';
import { visibleText } from '../language/hidden.ts';
import { receivedFileName } from '../letter/labels.ts';
import { letterText } from '../letter/text.ts';
import type { Letter } from '../letter/letter.ts';

/** Eight digits are enough to see a change; nobody gains by forging one. */
const print = (text: string) =>
  createHash('sha256').update(visibleText(text)).digest('hex').slice(0, 8);

/** What the ledger keeps of a letter's own words: a fingerprint for each place, title and file. */
export function fingerprints(letter: Letter): Map<string, string> {
  const texts = Map.groupBy(letterText(letter), ({ id }) => id);
  return new Map([
    ...[...texts].map(([at, parts]): [string, string] => [
      at === 'title' ? at : `#${at}`,
      print(parts.map(({ text }) => text).join('')),
    ]),
    [receivedFileName(letter), letter.sha256.slice(0, 8)],
    ['corrections', String(letter.corrections.length)],
  ]);
}
