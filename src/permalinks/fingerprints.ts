import { createHash } from 'node:crypto';
import { visibleText } from '../language/hidden.ts';
import { receivedFileName } from '../letter/labels.ts';
import { letterText } from '../letter/text.ts';
import type { Letter } from '../letter/letter.ts';

/** The digits of a SHA-256 that make a fingerprint: enough to notice a change, not to prevent forgery. */
const DIGITS = 8;

const fingerprintOf = (text: string) =>
  createHash('sha256').update(visibleText(text)).digest('hex').slice(0, DIGITS);

/**
 * The ledger's entries of a letter's own words, with their fingerprints: its fragments, its title, the
 * received file, and the number of its corrections. White space does not count.
 */
export function fingerprints(letter: Letter): Map<string, string> {
  const fragments = Map.groupBy(letterText(letter), ({ id }) => id);
  return new Map([
    ...[...fragments].map(([id, texts]): [string, string] => [
      id === 'title' ? id : `#${id}`,
      fingerprintOf(texts.map(({ text }) => text).join('')),
    ]),
    [receivedFileName(letter), letter.sha256.slice(0, DIGITS)],
    ['corrections', String(letter.corrections.length)],
  ]);
}
