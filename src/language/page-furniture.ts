import { foldText } from './fold.ts';

const WHOLE = [
  /^[-—–―－─~～]+\d{1,3}[-—–―－─~～]+$/,
  /^第\d{1,3}页[,/，]?(?:[共总]\d{1,3}页)?$/,
  /^(?:第?\d{1,3}页?\/[共总]?\d{1,3}页?)$/,
  /^[·•]\d{1,3}[·•]$/,
  /^page\d{1,3}(?:of\d{1,3})?$/i,
];
/** － 4 － within a line: no range, and no part of a telephone number. */
const WITHIN =
  /(?<![\dA-Za-z０-９]\s*)(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页[\s,，/]*共\s*\d{1,3}\s*页)(?!\s*[\dA-Za-z０-９])/;

/** Whether a line is a page's number, as printing leaves it in a text: - 10 -, 第 5 页 共 5 页. */
export const isPageNumber = (text: string): boolean =>
  WHOLE.some((pattern) => pattern.test(foldText(text)));

/** A page's number that ran into a line, as it stands there, or undefined. */
export const pageNumberWithin = (text: string): string | undefined => WITHIN.exec(text)?.[0];

/** The label with which a site prints a letter's title, on one line with it or in the cell before it. */
export const titleLabel = (text: string): string | undefined =>
  /^(?:信息|文件|公文)?(?:标\s*题|名\s*称|题\s*目)(?:\s*[：:]|(?=\t))/.exec(text.trim())?.[0];

/** Whether words may be left out of a line, of which the rest is the letter's. */
export const isRemovable = (line: string, words: string): boolean =>
  pageNumberWithin(line) === words || titleLabel(line) === words;
