import { isDocumentNumber, titleLabel } from '../../language/page-furniture.ts';
import { foldText } from '../../language/fold.ts';
import { locateRow, type Question } from '../questions.ts';
import {
  classifyAlike,
  classifyRows,
  splitRow,
  unclassifiedHead,
  type Classification,
  type Pass,
  type PassResult,
  type Row,
} from '../rows.ts';
import { isBureau } from './signature.ts';
import { findLabelKind, findValueKind, readLabelledValue, METADATA } from './site-labels.ts';

/** The most lines of a title. */
const MOST_LINES = 4;

/** Returns true for a line that could be the title of a reply, or the title's last line. */
export const isTitle = (text: string): boolean =>
  /(?:答复|复函|回复|回函|复文|的函|答复函|办理情况|办复情况|情况说明|意见|摘要|说明|报告|汇报)(?:[（(【][^（()）】]*[）)】]|\[[^[\]]*\]|《[^《》]*》)?$/.test(
    foldText(text),
  ) && !/[。；，]$/.test(text);

const joinText = (rows: Row[]) => foldText(rows.map((row) => row.text).join(''));

/** Returns true if the rows together read as the title of a reply. */
const readsAsTitle = (rows: Row[]): boolean => {
  const words = joinText(rows);
  return (
    words.length <= 120 &&
    isTitle(words) &&
    !/[。；]/.test(words) &&
    /建议|提案|议案|意见|第.{1,40}号|来函|代表|委员|^关于.+(?:报告|汇报|说明)$/.test(words)
  );
};

/** Returns true for a row that may be a line of a title which continues in the next row. */
const mayContinue = (row: Row): boolean =>
  !row.cells && !/[。；：:！？，]$/.test(row.text) && foldText(row.text).length <= 60;

/** The rows of the title that ends with row `last`: also those above it in the same sentence. */
function titleEndingWith(rows: Row[], last: number): Row[] {
  const lines = [rows[last]!];
  for (let index = last - 1; index >= 0 && lines.length < MOST_LINES; index--) {
    const row = rows[index]!;
    const words = joinText(lines);
    const whole =
      readsAsTitle(lines) && /关于|^对|的答复|的复函|的回复|(?:答复|回复)的函/.test(words);
    const begun = /^(?:关于|对)|[^《“](?:关于|对)[^，]*(?:建议|提案|号|会议)/.test(words);
    if (!mayContinue(row) || isTitle(row.text)) break;
    // A bureau's name alone is the first line of a title that continues with 关于.
    if (whole && begun && !(isBureau(row.text) && /^(?:关于|对)/.test(words))) break;
    if (isDocumentNumber(row.text) || findLabelKind(row) || findValueKind(row.text)) break;
    lines.unshift(row);
  }
  return lines;
}

/** Matches the name of a proposal: 关于加强……的建议, in marks or without. */
const NAME = /^[《“"(]{0,2}(?:关于)?[^《》“”。;:]{2,80}(?:建议|提案|议案)[》”")]{0,2}$/;
/** Matches other lines below a title: ——关于……的建议, （市政协十届三次会议第35号）. */
const SUBTITLES = [
  /^(?:[-—–－]{2}|—)\p{Script=Han}/u,
  /^\((?!.*\d{4}\)\d).*(?:第[\d、,]+号|届.*次).*\)$/,
  NAME,
];

/** The first rows of `rows` that belong to the title above them. */
function findSubtitle(rows: Row[]): Row[] {
  const end = rows.findIndex(({ text }) => !SUBTITLES.some((one) => one.test(foldText(text))));
  return end < 0 ? rows : rows.slice(0, end);
}

/** The proposal's name in 《》 right above the title, which belongs to it. */
const findNameAbove = (row: Row | undefined): Row[] =>
  row && !row.cells && /^《.*》$/.test(foldText(row.text)) && NAME.test(foldText(row.text))
    ? [row]
    : [];

/** The rows of the last title among `rows`, without its subtitle; empty if there is no title. */
function findTitle(rows: Row[]): Row[] {
  for (let last = rows.length - 1; last >= 0; last--) {
    // The label of a title has already been cut off, unless the file has the title without the label too.
    if (!isTitle(rows[last]!.text) || findLabelKind(rows[last]!)) continue;
    const lines = titleEndingWith(rows, last);
    if (readsAsTitle(lines)) return lines;
  }
  return [];
}

/** Omits the site's label before a title, as in 标题：关于……的答复, if the file has no other title. */
export const cutTitleLabel: Pass = (rows) => {
  const titles = rows.filter(
    (row) => row.aboveBody && !row.omitted && isTitle(readLabelledValue(row)),
  );
  const labelled = titles.findLast(
    (row) => findLabelKind(row) === METADATA && titleLabel(row.text),
  );
  if (!labelled || titles.some((row) => !findLabelKind(row) && readsAsTitle([row])))
    return { rows, questions: [] };
  const [label, title] = splitRow(labelled, titleLabel(labelled.text)!.length);
  const pieces = [{ ...label, omitted: METADATA }, title];
  return { rows: rows.flatMap((row) => (row === labelled ? pieces : row)), questions: [] };
};

/** Omits rows that repeat `title`, on one line or several. Asks about each other title that it omits. */
function omitOtherTitles(rows: Row[], title: string): PassResult {
  const head = unclassifiedHead(rows);
  const found = new Map<Row, Classification>();
  const questions: Question[] = [];
  for (let start = 0; start < head.length; start++)
    for (let end = start + 1; end <= Math.min(start + MOST_LINES, head.length); end++) {
      const group = head.slice(start, end);
      const [first] = group;
      if (!first || group.some((row) => found.has(row))) break;
      const same = joinText(group) === title || readLabelledValue(first) === title;
      if (!same && !(group.length === 1 && readsAsTitle(group))) continue;
      for (const row of group) found.set(row, { omitted: same ? '重复的标题' : '网页的标题' });
      if (!same)
        questions.push({
          where: locateRow(first),
          what: '与答复的标题不同，没有收入；请看它是不是标题',
        });
    }
  return { rows: classifyRows(rows, found), questions };
}

/** Classifies the title above the body, the last if there are several, and omits the others. */
export const classifyTitle: Pass = (rows) => {
  const head = unclassifiedHead(rows);
  const title = findTitle(head);
  if (title.length === 0) return { rows, questions: [] };
  const name = findNameAbove(head[head.indexOf(title[0]!) - 1]);
  const subtitle = findSubtitle(head.slice(head.indexOf(title.at(-1)!) + 1));
  const titled = classifyAlike(rows, [...name, ...title, ...subtitle], { part: 'title' });
  return omitOtherTitles(titled, joinText(title));
};
