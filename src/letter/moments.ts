import { isDoubtful, parseEdtf } from '../language/dates.ts';
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

/** Years after which what a letter says of the present, and its contact, are likely to have changed. */
const YEARS = 3;

/** Returns true if the printed date is more than three years before the publication on this site. */
export function isDatedLongBefore({
  date,
  published,
}: Pick<Letter, 'date' | 'published'>): boolean {
  const [year, month = 12, day = 31] = parseEdtf(date?.edtf ?? '')?.parts ?? [];
  if (year === undefined) return false;
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${year + YEARS}-${pad(month)}-${pad(day)}` < published.slice(0, 10);
}

/** The year of the printed date, with its doubt: 2018年（存疑）. Undefined for a letter without a date. */
export function printedYear({ date }: Pick<Letter, 'date'>): string | undefined {
  const [year] = parseEdtf(date?.edtf ?? '')?.parts ?? [];
  if (!date || year === undefined) return undefined;
  return `${year}年${isDoubtful(date.edtf) ? '（存疑）' : ''}`;
}

/** The remark that an old letter speaks of its own time; undefined for other letters. */
export const timeRemark = (letter: Pick<Letter, 'date' | 'published'>): string | undefined =>
  isDatedLongBefore(letter) ? '落款距本站公布已过三年，说的是当时的情况。' : undefined;
