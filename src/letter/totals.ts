import type { Letter } from './letter.ts';
import { publishedDay } from './moments.ts';

/** How often a name occurs. */
export interface Count {
  name: string;
  count: number;
}

/** What a session's letters add up to. */
export interface Totals {
  letters: number;
  /** By answering bureau, the most frequent first; a letter of several bureaus counts for each. */
  bureaus: Count[];
  /** By the class as the letters print it, then those that print none, as the empty name; empty if no letter prints one. */
  categories: Count[];
  /** The days of the first and the last publication, `YYYY-MM-DD`. */
  firstDay: string;
  lastDay: string;
}

/** Counts names, the most frequent first, equal ones in the order of their first occurrence. */
const countNames = (names: string[]): Count[] =>
  [...Map.groupBy(names, (name) => name)]
    .map(([name, { length: count }]) => ({ name, count }))
    .sort((a, b) => b.count - a.count);

/** The totals of letters, of which there is at least one. */
export function totalsOf(letters: Letter[]): Totals {
  const days = letters.map(publishedDay).sort();
  const categories = countNames(letters.flatMap(({ category }) => category ?? []));
  const silent = letters.filter(({ category }) => category === undefined).length;
  return {
    letters: letters.length,
    bureaus: countNames(letters.flatMap(({ signatories }) => signatories)),
    categories:
      categories.length === 0 || silent === 0
        ? categories
        : [...categories, { name: '', count: silent }],
    firstDay: days[0]!,
    lastDay: days.at(-1)!,
  };
}
