import { isDocumentNumber } from '../../language/page-furniture.ts';
import { splitRow, unclassifiedHead, type Pass, type Row } from '../rows.ts';
import { isCategory } from './category.ts';
import { findLabelKind } from './site-labels.ts';

/** Returns true for words that a letterhead prints beside a document number: 签发人：张三, 类别：A, B类. */
const standsBeside = (row: Row, text: string): boolean =>
  isCategory(text) || findLabelKind({ ...row, text }) !== undefined;

/**
 * Cuts the document number from the words on the same line or in the same table row: 某函〔2031〕33号 on the
 * left, and 签发人：张三 or A类 on the right, or the reverse.
 */
function cutDocumentNumber(row: Row): Row | [Row, Row] {
  const { cells: _, ...line } = row;
  // The words before the first separator, and the words after the last separator.
  const [first = '', last = ''] = [/^.*?号\s*[）)】]?/, /(?:(?<=[\s：:])|^)\S*$/].map(
    (pattern) => pattern.exec(line.text)?.[0] ?? '',
  );
  const before = line.text.slice(0, line.text.length - last.length);
  if (isDocumentNumber(first) && standsBeside(line, line.text.slice(first.length).trim()))
    return splitRow(line, first.length);
  return isDocumentNumber(last) && standsBeside(line, before.trim())
    ? splitRow(line, before.length)
    : row;
}

/** Cuts the document numbers of a letterhead from the words beside them. */
export const cutLetterhead: Pass = (rows) => {
  const above = new Set(unclassifiedHead(rows));
  return {
    rows: rows.flatMap((row) => (above.has(row) ? cutDocumentNumber(row) : row)),
    questions: [],
  };
};
