import type { Letter } from './letter.ts';

/** The day on which this site published the letter, `YYYY-MM-DD`. */
export const publishedDay = ({ published }: Pick<Letter, 'published'>): string =>
  published.slice(0, 10);

/** A moment as front matter states it, Beijing time (`2026-11-23 09:00`), as a W3C date and time. */
export const w3cMoment = (written: string): string => `${written.replace(' ', 'T')}:00+08:00`;

/** The moment at which this site published the letter, as a W3C date and time. */
export const publishedMoment = ({ published }: Pick<Letter, 'published'>): string =>
  w3cMoment(published);

/** The moment of the last correction or, without any, of publication, as a W3C date and time. */
export const modifiedMoment = ({
  corrections,
  published,
}: Pick<Letter, 'corrections' | 'published'>): string =>
  w3cMoment(corrections.at(-1)?.date ?? published);

/** The latest of the moments at which letters were modified, and of another date. */
export const lastModified = (
  letters: Pick<Letter, 'corrections' | 'published'>[],
  other = '',
): string => [other, ...letters.map(modifiedMoment)].sort().at(-1) ?? other;
