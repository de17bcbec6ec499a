import type { Letter } from './letter.ts';
import type { Withdrawal } from './withdrawal.ts';

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

/** The days on which letters were withdrawn, `YYYY-MM-DD`. */
export const withdrawalDays = (withdrawals: Withdrawal[]): string[] =>
  withdrawals.map(({ withdrawn }) => withdrawn.on);

/** The latest of the moments at which letters were modified, and of other dates. */
export const lastModified = (
  letters: Pick<Letter, 'corrections' | 'published'>[],
  ...others: string[]
): string => [...others, ...letters.map(modifiedMoment)].sort().at(-1) ?? '';
