import type { Part } from '../../letter/parts.ts';

/** Parts with a place of their own in the official form: at the upper right of the first page, at the foot of the last. */
const PLACES: Partial<Record<Part, number>> = { category: -1, cc: 1 };

/**
 * Sorts parts of a letter, or fragments of them, as the official form has them: the class of the reply first,
 * the copies last (GB/T 9704-2012, 7.4.2), all others in the letter's own order.
 */
export const inOfficialOrder = <T>(items: T[], partOf: (item: T) => string): T[] => {
  const placeOf = (item: T) => PLACES[partOf(item) as Part] ?? 0;
  return items.toSorted((a, b) => placeOf(a) - placeOf(b));
};
