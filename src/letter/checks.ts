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
const CLOSERS = new Set(Object.values(PAIRS));
/** Controls, zero-width and bidirectional characters, and the mark of a lost one: none can be read. */
const HIDDEN =
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\xAD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFD]/gu;

/** Marks without their partner, such as an unclosed 《 or “, in one paragraph. */
export function unpaired(text: string): string[] {
  const open: string[] = [];
  const alone: string[] = [];
  for (const char of text.replaceAll(ENUMERATED, '')) {
    if (char in PAIRS) open.push(char);
    else if (CLOSERS.has(char)) {
      if (PAIRS[open.at(-1) ?? ''] === char) open.pop();
      else alone.push(char);
    }
  }
  return [...open, ...alone];
}

/** Hidden characters of a whole file, one problem each. */
export const hiddenCharacters = (text: string, file: string): Problem[] =>
  [...text.matchAll(HIDDEN)].map(({ 0: char, index }) => ({
    file,
    line: text.slice(0, index).split('\n').length,
    what: `有看不见或无法显示的字符 U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    remedy: '删去它；可把该行重新键入一遍',
  }));

/** A text without what nobody can see; what only looks like a space stays one. */
export const withoutHidden = (text: string): string => text.replaceAll(HIDDEN, '');

/** A text without what a reader cannot see: white space and hidden characters. */
export const visible = (text: string): string => withoutHidden(text.replaceAll(/\s/gu, ''));

/** Every string within a value. */
export const stringsOf = (value: unknown): string[] =>
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
