import { squeezed } from './stated.ts';

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
  WHOLE.some((pattern) => pattern.test(squeezed(text)));

/** A page's number that ran into a line, as it stands there, or undefined. */
export const pageNumberWithin = (text: string): string | undefined => WITHIN.exec(text)?.[0];
