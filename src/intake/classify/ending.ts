import { partLabel, type Part } from '../../letter/parts.ts';
import { foldText } from '../../language/fold.ts';
import { furnitureOfDate } from '../../language/page-furniture.ts';
import { block, locateRow, type Question } from '../questions.ts';
import { splitRow, unclassifiedRows, type Pass, type Row } from '../rows.ts';
import { isFooter, isHost, WEB_PAGE } from './boilerplate.ts';
import { findContinuedRule, findEndRule } from './part-rules.ts';
import { findEndDate } from './signature.ts';
import { isTitle } from './title.ts';

/** The number of last rows in which a sign-off on one line with the closing is searched. */
const REACH = 12;

const findPart = (row: Row | undefined): Part | undefined =>
  row && findEndRule(row.text)?.becomes.part;

/** Cuts a sign-off from the closing on the same line: 感谢您！ 某某局 2026年6月12日. */
export const cutSignOff: Pass = (rows) => {
  const last = new Set(unclassifiedRows(rows).slice(-REACH));
  const cut = (row: Row): Row | [Row, Row] => {
    const [, closing] = /^(.*[。！!])[^。！!]+$/.exec(row.text) ?? [];
    const signOff = closing && row.text.slice(closing.length);
    return signOff &&
      !row.cells &&
      findEndDate(signOff) &&
      findEndRule(signOff)?.becomes.part === 'sign'
      ? splitRow(row, closing.length)
      : row;
  };
  return { rows: rows.flatMap((row) => (last.has(row) ? cut(row) : row)), questions: [] };
};

/** Cuts and omits what is around the letter's date, as in 日期：2024年5月6日 or 2024年5月6日 |. */
export const cutAroundDate: Pass = (rows) => {
  const below = new Set(unclassifiedRows(rows).filter((row) => !row.aboveBody && !row.cells));
  const cut = (row: Row): Row[] => {
    if (!below.has(row)) return [row];
    const { before, after } = furnitureOfDate(row.text);
    const [label, rest] = before ? splitRow(row, before.length) : [undefined, row];
    const [date, marks] = after
      ? splitRow(rest, rest.text.length - after.length)
      : [rest, undefined];
    if (!findEndDate(date.text) || !findPart(date)) return [row];
    return [label, date, marks].flatMap((piece) =>
      piece ? (piece === date ? piece : { ...piece, omitted: '日期前后的文字' }) : [],
    );
  };
  return { rows: rows.flatMap(cut), questions: [] };
};

/** Index of the first row of the letter's end: the first of the last rows that a rule matches. */
function findEnd(rows: Row[]): number {
  const isEnd = (index: number) => {
    const rule = findEndRule(rows[index]!.text) ?? findContinuedRule(rows, index);
    return rows[index]!.cells ? rule?.becomes.part === 'contact' : rule !== undefined;
  };
  let start = rows.length;
  // A signature above its date ends a letter; the rows after it may be longer than the letter.
  const signed = rows.findIndex(
    (row, index) => index > 1 && findPart(row) === 'date' && findPart(rows[index - 1]) === 'sign',
  );
  if (signed > 0) start = signed;
  // Otherwise the date under the letter ends it, even if other words are printed below.
  for (let index = rows.length - 1; signed < 0 && index > rows.length / 2; index--) {
    const part = findPart(rows[index]);
    if (findEndDate(rows[index]!.text) && (part === 'date' || part === 'sign')) {
      start = index;
      if (index > 0 && isEnd(index - 1)) break;
    }
  }
  while (start > 0 && isEnd(start - 1)) start--;
  return start;
}

/** The question about a row of an attachment's table, of which only the words are published. */
const EMPTY_CELLS =
  '是附件里的表格，按行收入，空的格看不出来；请对照原件看读得通不通，读不通的，请发文单位把表格放到署名之前，再加一次';

/** Classifies a row of the letter's end that no rule matches; `above` is the row above it, classified. */
function classifyUnknown(row: Row, above: Row | undefined): { part: Part; question?: Question } {
  const where = locateRow(row);
  // The rows after 附件 are the attachment itself.
  if (above?.part === 'attachments') {
    const isEmptyAt = row.cells?.some((cell) => cell === '');
    if (row.cells && above.cells && !isEmptyAt) return { part: 'attachments' };
    return {
      part: 'attachments',
      question: isEmptyAt ? block(where, EMPTY_CELLS) : { where, what: '当作附件的内容收入' },
    };
  }
  const what =
    isTitle(row.text) && /号/.test(row.text)
      ? '文件里好像不止一份答复；请分成几个文件，一份一份地加'
      : '署名之后的这一行不知道是什么，当作附注收入';
  return { part: 'remarks', question: block(where, what) };
}

/** Classifies all rows of the letter's end: its parts after the body, and the rows that are not part of it. */
export const classifyEnd: Pass = (rows) => {
  const body = unclassifiedRows(rows);
  const start = findEnd(body);
  const end = new Map<Row, Row>();
  const questions: Question[] = [];
  let footer = body.findIndex(({ text }, index) => index >= start && isFooter(text));
  while (footer > start && isHost(body[footer - 1]!.text)) footer--;
  for (let index = start; index < body.length; index++) {
    const row = body[index]!;
    if (footer >= 0 && index >= footer) {
      end.set(row, { ...row, omitted: WEB_PAGE });
      continue;
    }
    const rule = findEndRule(row.text) ?? findContinuedRule(body, index);
    if (rule) {
      end.set(row, { ...row, ...rule.becomes });
      continue;
    }
    const above = index > start ? end.get(body[index - 1]!) : undefined;
    const { part, question } = classifyUnknown(row, above);
    end.set(row, { ...row, part });
    if (question) questions.push(question);
  }
  return { rows: rows.map((row) => end.get(row) ?? row), questions };
};

/** Cuts the date from the bureau's name on the same line. */
export const splitSignatures: Pass = (rows) => {
  const split = (row: Row): Row | [Row, Row] => {
    const date = row.part === 'sign' ? findEndDate(row.text) : undefined;
    if (!date || foldText(date) === foldText(row.text)) return row;
    const [name, rest] = splitRow(row, row.text.length - date.length);
    return [name, { ...rest, part: 'date' }];
  };
  return { rows: rows.flatMap(split), questions: [] };
};

/** Parts that may contain any line, in the order in which they are tried. */
const LOOSE_PARTS: Part[] = ['remarks', 'contact', 'attachments', 'annex'];

/**
 * Part for a line whose own part already occurs above: the part of the line above, or otherwise a loose part
 * that is not used yet. What repeats 附件 is the attachment itself.
 */
function chooseLoosePart(part: Part, seen: Part[]): Part {
  const last = seen.at(-1)!;
  if (part === 'attachments') return 'annex';
  return LOOSE_PARTS.includes(last)
    ? last
    : (LOOSE_PARTS.find((part) => !seen.includes(part)) ?? last);
}

/** Makes each part occur only once: lines of a part that occurs again join the lines above, or a loose part. */
export const gatherParts: Pass = (rows) => {
  const above = new Set(rows.flatMap(({ part, aboveBody }) => (part && aboveBody ? part : [])));
  const seen: Part[] = [];
  const questions: Question[] = [];
  let again = false;
  const gathered = rows.map((row) => {
    // A letter has one date.
    const same = seen.at(-1) === row.part && row.part !== 'date';
    if (row.aboveBody || !row.part || same) {
      again = false;
      return row;
    }
    const repeated = above.has(row.part) || seen.includes(row.part);
    const part = repeated ? chooseLoosePart(row.part, seen) : row.part;
    if (repeated && !again)
      questions.push({
        where: locateRow(row),
        what: `落款、日期、附件等在文末出现了不止一次，后一处当作${partLabel(LOOSE_PARTS.includes(part) ? part : 'remarks')}收入`,
      });
    again = repeated;
    if (seen.at(-1) !== part) seen.push(part);
    return { ...row, part };
  });
  return { rows: gathered, questions };
};
