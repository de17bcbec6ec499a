import { HIDDEN, visibleText } from './hidden.ts';

/** Matches what may be between two characters of words: white space and hidden characters. */
export const GAP = `(?:\\s|${HIDDEN.source})*`;

/** Matches a number in hex, with digits in either case; it has at least `length` digits. */
export const hexSource = (number: number, length = 1): string =>
  number
    .toString(16)
    .padStart(length, '0')
    .replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

/** Matches a character as web addresses write it (RFC 3986, 2.1): its bytes in UTF-8. */
const percentEncoded = (char: string): string =>
  [...new TextEncoder().encode(char)].map((byte) => `%${hexSource(byte, 2)}`).join('');

/** Matches a character by one of these sources, or percent-encoded. */
export const characterSource = (char: string, ...sources: string[]): string =>
  `(?:${[...sources, percentEncoded(char)].join('|')})`;

/** Matches these words in a text, also percent-encoded, with any white space and hidden characters among them. */
export const textPattern = (words: string): RegExp =>
  new RegExp(
    [...visibleText(words)].map((char) => characterSource(char, RegExp.escape(char))).join(GAP),
    'gu',
  );
