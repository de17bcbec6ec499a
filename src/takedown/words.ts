import { visibleText } from '../language/hidden.ts';
import { characterSource, GAP, hexSource } from '../language/loose-match.ts';
import { WITHHELD } from '../letter/withholding.ts';

/** What may be between two characters of words in Markdown: a gap, where a note's mark is allowed too. */
const MARKDOWN_GAP = `${GAP}(?:\\[\\^[\\w-]+\\]${GAP})?`;

/** Matches a character as Markdown may write it: as itself, escaped, by name, by number, or percent-encoded. */
function markdownCharacter(char: string): string {
  const named = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char];
  const code = char.codePointAt(0)!;
  return characterSource(
    char,
    /[!-/:-@[-`{-~]/.test(char) ? `\\\\?${RegExp.escape(char)}` : RegExp.escape(char),
    `&#(?:0*${code}|[xX]0*${hexSource(code)});`,
    ...(named ? [`&${named};`] : []),
  );
}

/** Matches these words in Markdown, also escaped and with a note's mark among them. */
export const markdownPattern = (words: string): RegExp =>
  new RegExp([...visibleText(words)].map(markdownCharacter).join(MARKDOWN_GAP), 'gu');

/** The number of matches in a text. */
export const countMatches = (text: string, pattern: RegExp): number =>
  text.match(pattern)?.length ?? 0;

/** Returns a text in which the mark of withheld words replaces each match; the marks of notes in it are kept. */
export const withholdMatches = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (match) => WITHHELD + (match.match(/\[\^[\w-]+\]/g) ?? []).join(''));
