import { HIDDEN, visibleText } from '../language/hidden.ts';
import { WITHHELD } from '../letter/withholding.ts';

/** What may stand between two characters of a text: white space and hidden characters. */
const GAP = `(?:\\s|${HIDDEN.source})*`;
/** In Markdown also the mark of a note. */
const MARKDOWN_GAP = `${GAP}(?:\\[\\^[\\w-]+\\]${GAP})?`;

/** Matches a character as Markdown may write it: as itself, escaped, or by name. */
function markdownCharacter(char: string): string {
  const named = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char];
  const plain = /[!-/:-@[-`{-~]/.test(char) ? `\\\\?${RegExp.escape(char)}` : RegExp.escape(char);
  return named ? `(?:${plain}|&${named};)` : plain;
}

/** Matches these words in a text, whatever white space and hidden characters stand among them. */
export const textPattern = (words: string): RegExp =>
  new RegExp([...visibleText(words)].map((char) => RegExp.escape(char)).join(GAP), 'gu');

/** Matches these words in Markdown, also where it escapes them and where a note's mark stands among them. */
export const markdownPattern = (words: string): RegExp =>
  new RegExp([...visibleText(words)].map(markdownCharacter).join(MARKDOWN_GAP), 'gu');

/** The number of matches in a text. */
export const countMatches = (text: string, pattern: RegExp): number =>
  text.match(pattern)?.length ?? 0;

/** A text with each match replaced by the mark of withheld words; the marks of notes in it stay. */
export const withholdMatches = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (match) => WITHHELD + (match.match(/\[\^[\w-]+\]/g) ?? []).join(''));
