import { parsePrintedDate } from './dates.ts';
import { foldText } from './fold.ts';

const WHOLE = [
  /^[-—–―－─~～]+\d{1,3}[-—–―－─~～]+$/,
  /^第\d{1,3}页[,/，]?(?:[共总]\d{1,3}页)?$/,
  /^(?:第?\d{1,3}页?\/[共总]?\d{1,3}页?)$/,
  /^[·•]\d{1,3}[·•]$/,
  /^page\d{1,3}(?:of\d{1,3})?$/i,
];
/** Matches － 4 － within a line, but no range and no part of a telephone number. */
const WITHIN =
  /(?<![\dA-Za-z０-９]\s*)(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页[\s,，/]*共\s*\d{1,3}\s*页)(?!\s*[\dA-Za-z０-９])/;

/** Returns true for a line that is a page number: - 10 -, 第 5 页 共 5 页. */
export const isPageNumber = (text: string): boolean =>
  WHOLE.some((pattern) => pattern.test(foldText(text)));

/** The page number within a line, as printed; undefined if there is none. */
export const pageNumberWithin = (text: string): string | undefined => WITHIN.exec(text)?.[0];

/** The label before a letter's title on a website, on the same line or in the cell before; undefined if there is none. */
export const titleLabel = (text: string): string | undefined =>
  /^(?:信息|文件|公文)?(?:标\s*题|名\s*称|题\s*目)(?:\s*[：:]|(?=\t))/.exec(text.trim())?.[0];

const DOCUMENT_NUMBER =
  /^[\p{Script=Han}A-Za-z]{1,20}[〔【[(（［〈]\d{4}[〕】\])］）〉]第?\d{1,5}号$/u;
/** Returns true for a document number and nothing else: 某政发〔2031〕5号, also in brackets. */
export const isDocumentNumber = (text: string): boolean =>
  DOCUMENT_NUMBER.test(foldText(text).replace(/^[([【](.*)[)\]】]$/, '$1'));

/** The bars and dots of a web page that remain after a date at a line's end: 2024年5月6日 |. */
const MARKS_AFTER_DATE = /(?<=[日月\d０-９]\s*)[|｜/／\\·•](?:\s*[|｜/／\\·•])*$/;
/** What may be around the only date of a line: a label or bracket before, a time, bracket or stop after. */
const AROUND_DATE =
  /^((?:(?:落款|成文|答复|签发|印发|发文)?(?:日期|时间)\s*[：:]|[（(【[])\s*)?(.{6,20}?)(\s*(?:[）)】\]。.]|\d{1,2}[：:]\d{2}(?:[：:]\d{2})?))?$/;

/** The words before and after the date of a line that are no part of it; `''` for none. */
export function furnitureOfDate(text: string): { before: string; after: string } {
  const line = text.trim();
  const marks = MARKS_AFTER_DATE.exec(line)?.[0] ?? '';
  const [, before = '', date = ''] =
    AROUND_DATE.exec(line.slice(0, line.length - marks.length).trimEnd()) ?? [];
  return parsePrintedDate(date)
    ? { before: before.trim(), after: line.slice(line.indexOf(date) + date.length).trim() }
    : { before: '', after: marks };
}

/** Returns true if `words` may be left out of a line that otherwise belongs to the letter. */
export const isRemovable = (line: string, words: string): boolean =>
  pageNumberWithin(line) === words ||
  titleLabel(line) === words ||
  Object.values(furnitureOfDate(line)).includes(words) ||
  (line.includes(words) && isDocumentNumber(line.replace(words, '')));
