import { CLOSING_MARKS } from '../language/closing-marks.ts';
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
const PERCENT = 'pct';
const TERM =
  /(\d+(?:[.,]\d+)*)|([⁰¹²³⁴-⁹₀-₉]+)|([%‰])|([a-z]+)|([\p{L}\p{N}])|([，。；：、！？,;:!?.…\n\t|]+)/gu;

/** Returns the term of a number: 1,286 is n1286, 2044.06 is n2044d06. */
const numberTerm = (number: string) =>
  `n${number.replace(/,(?=\d{3}(?!\d))/g, '').replace(/[.,]/g, 'd')}`;

/** Returns the term of a character. Pagefind would find ① by 1; only common Chinese characters stay as they are. */
const characterTerm = (char: string) =>
  /[\u3400-\u9fff]/.test(char) ? char : `u${char.codePointAt(0)!.toString(16)}`;

/** Returns the term of each match of `TERM`. */
function termOf([, number, raised, percent, word, char]: RegExpExecArray): string {
  if (number) return numberTerm(number);
  // CO₂ is found by CO2, as a keyboard writes it.
  if (raised) return numberTerm(raised.normalize('NFKC'));
  if (percent) return PERCENT;
  if (word) return `w${word}`;
  return char ? characterTerm(char) : STOP;
}

/**
 * Cuts a text into terms. Chinese is cut into characters, since a dictionary may cut a letter and a query
 * differently and then miss words that are there. A number with its decimals and without its separators is a
 * single term: 1,286 is 1286, and 2044 is not in 2044.06.
 */
export const splitTerms = (text: string): Term[] =>
  [...toHalfWidth(text).toLowerCase().matchAll(TERM)].map((match) => ({
    term: termOf(match),
    start: match.index,
    end: match.index + match[0].length,
  }));

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

/** Terms of a query that are searched in parts, and the most terms of a part. */
const [MOST_TERMS, LONGEST] = [40, 12];

/**
 * Returns the parts of a query that no letter contains as a whole, grouped by their number of terms, the
 * longest first. No part divides a number, a percentage or a Latin word, or is only a number.
 */
export function partsOf(query: string): string[][] {
  const terms = splitTerms(query).slice(0, MOST_TERMS);
  const isPart = (part: Term[], next: Term | undefined) => {
    const [first, last] = [part[0]!.term, part.at(-1)!.term];
    if ([first, last].includes(STOP) || first === PERCENT || next?.term === PERCENT) return false;
    return part.length > 1 ? part.some(({ term }) => !/^n|^pct$/.test(term)) : /^w../.test(first);
  };
  const lengths = Array.from({ length: LONGEST }, (_, index) => LONGEST - index);
  return lengths
    .filter((length) => length < terms.length)
    .map((length) => {
      const parts = terms
        .slice(0, terms.length - length + 1)
        .map((_, at) => ({ part: terms.slice(at, at + length), next: terms[at + length] }))
        .filter(({ part, next }) => isPart(part, next))
        .map(({ part }) => query.slice(part[0]!.start, part.at(-1)!.end));
      return [...new Set(parts)];
    });
}

/** Matches what no excerpt begins with. */
const STOPS = new RegExp(`^[${CLOSING_MARKS}\\s]*`);

/** Returns 1 if the place is within a character of two UTF-16 code units, else 0. */
const unitsWithin = (text: string, place: number): number =>
  Number(/[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, place - 1), place + 1)));

/**
 * Returns where an excerpt of a text begins and ends, which shows a match and `around` code units on both sides: it cuts
 * neither a number nor a character, and begins with no stop.
 */
export function excerptAround(
  text: string,
  [start, stop]: readonly [number, number],
  around: number,
): [number, number] {
  let from = Math.max(0, start - around);
  if (/\d/.test(text[from] ?? '')) from -= /[\d.,]*$/.exec(text.slice(0, from))![0].length;
  if (from > 0) from += STOPS.exec(text.slice(from, start))![0].length;
  from -= unitsWithin(text, from);
  let to = Math.min(text.length, stop + around);
  to += unitsWithin(text, to);
  if (/\d/.test(text[to - 1] ?? '')) to += /^[\d.,]*/.exec(text.slice(to))![0].length;
  return [from, to];
}
