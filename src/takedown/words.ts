import { HIDDEN, visibleText } from '../language/hidden.ts';
import { WITHHELD } from '../letter/withholding.ts';

/** The characters allowed between two characters of the words: white space and hidden characters. */
const GAP = `(?:\\s|${HIDDEN.source})*`;
/** The same in Markdown, where a note's mark is allowed too. */
const MARKDOWN_GAP = `${GAP}(?:\\[\\^[\\w-]+\\]${GAP})?`;

/** Matches a character as Markdown may write it: as itself, escaped, or by name. */
function markdownCharacter(char: string): string {
  const named = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char];
  const plain = /[!-/:-@[-`{-~]/.test(char) ? `\\\\?${RegExp.escape(char)}` : RegExp.escape(char);
  return named ? `(?:${plain}|&${named};)` : plain;
}

/** Matches these words in a text, with any white space and hidden characters among them. */
export const textPattern = (words: string): RegExp =>
  new RegExp([...visibleText(words)].map((char) => RegExp.escape(char)).join(GAP), 'gu');

/** Matches these words in Markdown, also escaped and with a note's mark among them. */
export const markdownPattern = (words: string): RegExp =>
  new RegExp([...visibleText(words)].map(markdownCharacter).join(MARKDOWN_GAP), 'gu');

/** The number of matches in a text. */
export const countMatches = (text: string, pattern: RegExp): number =>
  text.match(pattern)?.length ?? 0;

/** Returns a text in which the mark of withheld words replaces each match; the marks of notes in it are kept. */
export const withholdMatches = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (match) => WITHHELD + (match.match(/\[\^[\w-]+\]/g) ?? []).join(''));
