import { parse } from 'edtf';
import { fromChinese } from './numerals.ts';
import { foldText } from './fold.ts';

/** Year, month 1–12, day; shorter where the EDTF value leaves the rest open. */
type DateParts = number[];

const PRINTED = [/^([^年]+)年([^月]+)月(?:([^日]+)日)?$/, /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/];

/**
 * A printed date, 2018年6月25日, 二〇一八年六月二十五日 or 2018.6.25, as [2018, 6, 25]; without a day, as
 * [2018, 6]. Undefined if it is none.
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

/** Whether [y, m, d] stands in the calendar. */
export function isRealDate([year = 0, month = 1, day = 1]: DateParts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Longer is no single day; the grammar would take long to find that. */
const LONGEST = 30;

/** A date of EDTF and whether it is marked doubtful. */
interface EdtfDate {
  parts: DateParts;
  doubtful: boolean;
}

/** Those read so far: the grammar takes a millisecond, and a page asks for its date more than once. */
const known = new Map<string, EdtfDate | undefined>();

/**
 * A single date of EDTF (ISO 8601-2) level 0–2, such as `2018-06-25?`, as its parts and whether it
 * is marked doubtful. Undefined for intervals, seasons and anything that is not EDTF.
 */
export function parseEdtf(text: string): EdtfDate | undefined {
  if (text.length > LONGEST) return undefined;
  if (!known.has(text)) known.set(text, readEdtf(text));
  return known.get(text);
}

function readEdtf(text: string): EdtfDate | undefined {
  try {
    const { type, values, uncertain, approximate, unspecified } = parse(text);
    if (type !== 'Date' || unspecified) return undefined;
    const parts = values.map((value, index) => (index === 1 ? value + 1 : value));
    if (!isRealDate(parts)) return undefined;
    return { parts, doubtful: Boolean(uncertain || approximate) };
  } catch {
    return undefined;
  }
}

/** `2026-11-23 09:00`, the form in which a clerk writes the moment of publication. */
export const isMoment = (text: string) =>
  /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/.test(text) &&
  isRealDate(text.slice(0, 10).split('-').map(Number));

/** Whether an EDTF value marks its date as doubtful. */
export const isDoubtful = (edtf: string): boolean => parseEdtf(edtf)?.doubtful ?? false;

/** `2026-11-23` or `2026-11-23 09:00` as 2026年11月23日. */
export const formatChineseDay = (day: string): string => {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
