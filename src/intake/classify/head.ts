import { locateRow, type Question } from '../questions.ts';
import type { Pass, Row } from '../rows.ts';
import { findHeadRule } from './part-rules.ts';
import { findOpening } from './salutation.ts';
import { findLabelKind } from './site-labels.ts';
import { isTitle } from './title.ts';

/** The number of rows in which a title is searched if nothing else shows where the body begins. */
const REACH = 15;

/** The first included row below the title. */
function findRowBelowTitle(rows: Row[]): Row | undefined {
  const title = rows.findLastIndex(
    (row, index) =>
      index < REACH &&
      !row.omitted &&
      isTitle(row.text) &&
      /建议|提案|议案|第.{1,40}号/.test(row.text),
  );
  return rows.slice(title + 1).find((row) => !row.omitted && !findLabelKind(row));
}

/** The first row of the body: the row below the salutation, the opening or the title. */
function findBody(rows: Row[]): Row | undefined {
  const salutation = rows.findLastIndex(({ part }) => part === 'to');
  const body =
    salutation < 0 ? findOpening(rows) : rows.slice(salutation + 1).find(({ omitted }) => !omitted);
  return body ?? findRowBelowTitle(rows);
}

/** Marks the rows above the body; all rows of a file in which no body is found. */
export const separateHead: Pass = (rows) => {
  const body = findBody(rows);
  const end = body ? rows.indexOf(body) : rows.length;
  return {
    rows: rows.map((row, index) => (index < end ? { ...row, aboveBody: true } : row)),
    questions: [],
  };
};

/** Classifies the remaining rows above the body. Rows that no rule matches are omitted, with a question. */
export const classifyHead: Pass = (rows) => {
  const result: Row[] = [];
  const questions: Question[] = [];
  for (const row of rows) {
    if (!row.aboveBody || row.part || row.omitted) {
      result.push(row);
      continue;
    }
    const rule = findHeadRule(row, result);
    if (!rule)
      questions.push({
        where: locateRow(row),
        what: '不知道是什么，没有收入；请看它是不是答复的一部分',
        ...(result.some(({ part }) => part === 'title') && { blocking: true }),
      });
    result.push({ ...row, ...(rule?.becomes ?? { omitted: '答复之前的文字' }) });
  }
  if (!result.some(({ part }) => part === 'title'))
    questions.push({ where: '标题', what: '没有找到标题，由本站拟了一个，放在方括号里' });
  return { rows: result, questions };
};
