import type { Problem } from './problems.ts';

const PAIRS: Record<string, string> = {
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '（': '）',
  '〔': '〕',
  '【': '】',
};
/** 1） and 一）, which need no partner. */
const ENUMERATED = /(?<![\p{L}\p{N}（])[\d一二三四五六七八九十]{1,2}）/gu;
const MARKS = new RegExp(`[${Object.entries(PAIRS).flat().join('')}]`, 'g');
/**
 * Controls, zero-width, bidirectional and filling characters, and the mark of a lost one: none can be
 * read. Variation selectors can: they choose a character's form.
 */
const HIDDEN =
  /(?![\t\n\r\p{Variation_Selector}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFD]/gu;
/** As many hidden characters of a file are named; a clerk who finds these finds the others. */
const NAMED = 20;

/** Marks without their partner, such as an unclosed 《 or “, in one paragraph; each once. */
export function unpaired(text: string): string[] {
  const open: string[] = [];
  const alone: string[] = [];
  for (const [mark] of text.replaceAll(ENUMERATED, '').matchAll(MARKS)) {
    if (Object.hasOwn(PAIRS, mark)) open.push(mark);
    else if (PAIRS[open.at(-1) ?? ''] === mark) open.pop();
    else alone.push(mark);
  }
  return [...new Set([...open, ...alone])];
}

const codeOf = (char: string) =>
  `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Hidden characters of a whole file, one problem each line and character. */
export function hiddenCharacters(text: string, file: string): Problem[] {
  if (text.search(HIDDEN) < 0) return [];
  const found = text.split('\n').flatMap((line, index) =>
    [...new Set(line.match(HIDDEN))].map((char) => ({
      file,
      line: index + 1,
      what: `有看不见或无法显示的字符 ${codeOf(char)}`,
      remedy: '删去它；可把该行重新键入一遍',
    })),
  );
  return found.slice(0, NAMED);
}

/** Hidden characters that a file does not hold as such, but as an escape or entity. */
export const hiddenEscapes = (value: unknown, file: string, line: number): Problem[] =>
  hiddenCharacters(stringsOf(value).join('\n'), file).map((problem) => ({
    ...problem,
    line,
    what: `${problem.what}（写成了转义）`,
  }));

/** A text without what nobody can see; what only looks like a space stays one. */
export const withoutHidden = (text: string): string => text.replaceAll(HIDDEN, '');

/** A text without what a reader cannot see: white space and hidden characters. */
export const visible = (text: string): string => withoutHidden(text.replaceAll(/\s/gu, ''));

/** Every string within a value. */
const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(stringsOf)
      : [];

/** Schemes that a link may have; everything else, javascript: above all, is refused. */
export const isSafeLink = (href: string) =>
  /^(?:https?:\/\/|mailto:|tel:)/i.test(href) && URL.canParse(href);

/** Bytes as text, or undefined where they are not UTF-8. A byte order mark is dropped. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
