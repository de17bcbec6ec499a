import { foldText } from '../../language/fold.ts';
import { classifyAlike, splitRow, unclassifiedHead, type Pass, type Row } from '../rows.ts';
import { isDocumentNumber } from './site-labels.ts';

const LABEL = '[([【]?(?:(?:办理|答复|建议|提案|议案)?类[别型](?:标[记识])?|办理结果|办理程度)';
const BARE = /^[([【]?[A-D]类?[)\]】]?类?\d{0,2}$|^[([【]?[甲乙丙丁]类[)\]】]?$/;
const LABELLED = new RegExp(
  `^${LABEL}[)\\]】]?[:：]?[([【]?[A-D甲乙丙丁]类?\\d{0,2}(?:\\(.{1,20}\\))?[)\\]】]{0,2}$`,
);
const ALONE = new RegExp(`^${LABEL}[)\\]】]?[:：]?$`);

/** Returns true for a line that labels the class of a reply: 办理类别：A, 类别：乙类. */
export const isLabelledCategory = (text: string): boolean => LABELLED.test(foldText(text));

/** Returns true for the class of a reply without a label: A类, (B), 丙类. */
const isBareCategory = (text: string): boolean => BARE.test(foldText(text));

/** Cuts the class from the document number on the same line: 某公函〔2031〕33号  A类. */
function cutCategory(row: Row): Row | [Row, Row] {
  const number = row.cells ? undefined : /^.*号/.exec(row.text)?.[0];
  return number && isDocumentNumber(number) && isBareCategory(row.text.slice(number.length))
    ? splitRow(row, number.length)
    : row;
}

/** The rows among `head` that print the class: one row, or a label and its value below it. */
function findCategory(head: Row[]): Row[] {
  for (const [index, row] of head.entries()) {
    if (row.cells && row.cells.length > 2) continue;
    if (isBareCategory(row.text) || isLabelledCategory(row.text)) return [row];
    const next = head[index + 1];
    if (next && !row.cells && ALONE.test(foldText(row.text)) && isBareCategory(next.text))
      return [row, next];
  }
  return [];
}

/** Classifies the bureau's class of its reply, if it is printed above the body. */
export const classifyCategory: Pass = (rows) => {
  const above = new Set(unclassifiedHead(rows));
  const cut = rows.flatMap((row) => (above.has(row) ? cutCategory(row) : row));
  const found = findCategory(unclassifiedHead(cut));
  return { rows: classifyAlike(cut, found, { part: 'category' }), questions: [] };
};
