import { KEY_PATTERN } from '../letter/key.ts';

/** A query for a letter by its number. */
export interface NumberQuery {
  number: string;
  /** The start of the letter's key, if the query says it: `rd17-3/` in an address, `zx` for 提案. */
  key: string;
  /** The words by which other letters refer to it: 第273号; empty if the query is an address. */
  words: string;
}

const ADDRESS = new RegExp(`(?:^|/)${KEY_PATTERN}(?=[/#?]|$)`);
const NUMBER =
  /^(建议|提案)?(?:第|no\.?|№|#)?\s*0*(\d{1,7})(?:-\d+)?\s*号?(建议|提案)?(?:的?答复)?$/i;
const PREFIXES: Record<string, string> = { 建议: 'rd', 提案: 'zx' };

/** Reads 273, 第273号, No.273, 建议273, 273号建议 or an address of this site. Returns undefined for other queries. */
export function readNumberQuery(query: string): NumberQuery | undefined {
  const text = query.normalize('NFKC');
  const [, body, congress, session, of] = ADDRESS.exec(text) ?? [];
  if (of) return { number: of, key: `${body}${congress}-${session}/`, words: '' };
  const [, before = '', number, kind = before] = NUMBER.exec(text) ?? [];
  if (!number) return undefined;
  return { number, key: PREFIXES[kind] ?? '', words: `第${number}号${kind}` };
}

/**
 * Returns a query in the ways in which letters may write it, the most exact first: without the blanks around
 * its numbers, as typed, and 2024-07-18 as 2024年7月18日.
 */
export function phrasings(query: string): string[] {
  const joined = query
    .replace(/([\d.])\s+(?=\p{Script=Han})/gu, '$1')
    .replace(/(\p{Script=Han})\s+(?=\d)/gu, '$1');
  const date = query.replace(/^(\d{4})([-./])0?(\d{1,2})\2(?:0)?(\d{1,2})$/, '$1年$3月$4日');
  return [...new Set([joined, query, date])];
}
