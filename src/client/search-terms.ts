import { toHalfWidth } from '../language/half-width.ts';

/** A term of the search: a character, a whole number, a word of Latin letters, or the end of a clause. */
export interface Term {
  /** The term in the form of the index: letters and digits only. */
  term: string;
  /** Index of its first character in the text. */
  start: number;
  end: number;
}

/** Ends a clause, so that no phrase matches across a stop. */
export const STOP = 'zzz';
const TERM = /(\d+(?:[.,]\d+)*)|([%‰])|([a-z]+)|([\p{L}\p{N}])|([，。；：、！？,;:!?.…\n\t|]+)/gu;

/**
 * Cuts a text into terms. Chinese is cut into characters, since a dictionary may cut a letter and a query
 * differently and then miss words that are there. A number with its decimals and without its separators is a
 * single term: 1,286 is 1286, and 2044 is not in 2044.06.
 */
export const splitTerms = (text: string): Term[] =>
  [...toHalfWidth(text).toLowerCase().matchAll(TERM)].map((match) => {
    const [whole, number, percent, word] = match;
    const term = number
      ? `n${number.replace(/,(?=\d{3}(?!\d))/g, '').replace(/[.,]/g, 'd')}`
      : percent
        ? 'pct'
        : word
          ? `w${word}`
          : (match[4] ?? STOP);
    return { term, start: match.index, end: match.index + whole.length };
  });

/** The terms of a query, without stops around it. */
export function queryTerms(query: string): string[] {
  const terms = splitTerms(query).map(({ term }) => term);
  while (terms[0] === STOP) terms.shift();
  while (terms.at(-1) === STOP) terms.pop();
  return terms;
}

/** Returns the start and the end of every occurrence of a phrase in a text. */
export function findPhrase(
  text: string,
  phrase: readonly string[],
): [start: number, end: number][] {
  if (phrase.length === 0) return [];
  const terms = splitTerms(text);
  return terms.flatMap(({ start }, at) =>
    phrase.every((term, offset) => terms[at + offset]?.term === term)
      ? [[start, terms[at + phrase.length - 1]!.end] as [number, number]]
      : [],
  );
}
