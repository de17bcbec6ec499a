import { fromChinese } from './numerals.ts';
import { foldText } from './fold.ts';

/** Year, month (1–12) and day; shorter for a date without a day, or without a month. */
type DateParts = number[];

const PRINTED = [/^([^年]+)年([^月]+)月(?:([^日]+)日)?$/, /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/];

/**
 * Reads a printed date: 2018年6月25日, 二〇一八年六月二十五日 and 2018.6.25 are [2018, 6, 25], 2018年6月 is
 * [2018, 6]. Returns undefined for other texts. The date need not be in the calendar.
 */
export function parsePrintedDate(text: string): DateParts | undefined {
  const plain = foldText(text);
  const match = PRINTED.map((pattern) => pattern.exec(plain)).find(Boolean);
  const parts = match
    ?.slice(1)
    .filter((part) => part !== undefined && /[^-./]/.test(part))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : fromChinese(part)));
  return parts?.every(Number.isInteger) ? parts : undefined;
}

/** Returns true if the calendar has the date. */
export function isRealDate([year = 0, month = 1, day = 1]: DateParts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A date of EDTF; `doubtful` if it is marked as uncertain or approximate. */
interface EdtfDate {
  parts: DateParts;
  doubtful: boolean;
}

/** Matches a date of EDTF. Uncertain (?), approximate (~) or both (%) may be marked on either side of a component. */
const EDTF = /^[?~%]?(\d{4})[?~%]?(?:-[?~%]?(\d{2})[?~%]?(?:-[?~%]?(\d{2})[?~%]?)?)?$/;

/**
 * Reads a single date of EDTF (ISO 8601-2:2019, levels 0–2), such as `2018-06-25?`. Returns undefined
 * for intervals, seasons, unspecified digits, dates that are not in the calendar, and other texts.
 */
export function parseEdtf(text: string): EdtfDate | undefined {
  const parts = EDTF.exec(text)
    ?.slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  return parts && isRealDate(parts) ? { parts, doubtful: /[?~%]/.test(text) } : undefined;
}

/** Returns true for a day as clerks write it: `2026-11-23`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDate(text.split('-').map(Number));

/** Returns true for a time of publication as clerks write it: `2026-11-23 09:00`. */
export const isMoment = (text: string): boolean =>
  /^.{10} ([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10));

/** Returns true if an EDTF value marks its date as doubtful. */
export const isDoubtful = (edtf: string): boolean => parseEdtf(edtf)?.doubtful ?? false;

/** Formats `2026-11-23` or `2026-11-23 09:00` as 2026年11月23日. */
export const formatChineseDay = (day: string): string => {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
