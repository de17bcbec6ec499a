import { foldText } from '../../language/fold.ts';
import { classifyAlike, unclassifiedHead, type Pass, type Row } from '../rows.ts';

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

/** Returns true for the class of a reply, with or without a label. */
export const isCategory = (text: string): boolean =>
  isBareCategory(text) || isLabelledCategory(text);

/** The rows among `head` that print the class: one row, or a label and its value below it. */
function findCategory(head: Row[]): Row[] {
  for (const [index, row] of head.entries()) {
    if (row.cells && row.cells.length > 2) continue;
    if (isCategory(row.text)) return [row];
    const next = head[index + 1];
    if (next && !row.cells && ALONE.test(foldText(row.text)) && isBareCategory(next.text))
      return [row, next];
  }
  return [];
}

/** Classifies the bureau's class of its reply, if it is printed above the body. */
export const classifyCategory: Pass = (rows) => {
  const found = findCategory(unclassifiedHead(rows));
  return { rows: classifyAlike(rows, found, { part: 'category' }), questions: [] };
};
