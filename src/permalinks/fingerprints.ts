import { sha256 } from '../digest.ts';
import { visibleText } from '../language/hidden.ts';
import { receivedFileName } from '../letter/labels.ts';
import { letterText } from '../letter/text.ts';
import type { DraftLetter, Letter } from '../letter/letter.ts';

/**
 * Replaces the fingerprint of a text from which words are withheld: a telephone number could be found from
 * its fingerprint within seconds.
 */
export const NO_FINGERPRINT = 'withheld';

/** The digits of a SHA-256 that make a fingerprint: enough to notice a change, not to prevent forgery. */
const DIGITS = 8;

const fingerprintOf = (text: string) => sha256(visibleText(text)).slice(0, DIGITS);

/**
 * The ledger's entries of a letter's own words, with their fingerprints: its fragments, its title, the
 * received file, and the number of its corrections. White space does not count. A fragment or a file from
 * which words are withheld has no fingerprint.
 */
export function fingerprints(letter: Letter | DraftLetter): Map<string, string> {
  const withheld = new Set(letter.withheld.map(({ at }) => at));
  const fragments = Map.groupBy(letterText(letter), ({ id }) => id);
  return new Map([
    ...[...fragments].map(([id, texts]): [string, string] => [
      id === 'title' ? id : `#${id}`,
      withheld.has(id) ? NO_FINGERPRINT : fingerprintOf(texts.map(({ text }) => text).join('')),
    ]),
    [
      receivedFileName(letter),
      letter.received.isPublicCopy ? NO_FINGERPRINT : letter.sha256.slice(0, DIGITS),
    ],
    ['corrections', String(letter.corrections.length)],
  ]);
}
