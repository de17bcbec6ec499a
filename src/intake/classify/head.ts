import { titleLabel } from '../../language/page-furniture.ts';
import { foldText } from '../../language/fold.ts';
import {
  isDocumentNumber,
  labelKind,
  METADATA,
  omitMetadata,
  labelledValue,
} from './site-labels.ts';
import { isBoilerplate, isRule } from './boilerplate.ts';
import { rowLocation, type Ask } from '../questions.ts';
import { unclassified, splitRow, type Row } from '../rows.ts';
import { isTitle } from './salutation.ts';
import { isBureau } from './signature.ts';

const text = (rows: Row[]) => foldText(rows.map((row) => row.text).join(''));

/** Whether rows, joined, read as the title of a reply. */
const readsAsTitle = (rows: Row[]): boolean => {
  const words = text(rows);
  return (
    words.length <= 120 &&
    isTitle(words) &&
    !/[。；]/.test(words) &&
    /建议|提案|议案|意见|第.+号|来函|代表|委员/.test(words)
  );
};

/** Whether a row may be a line of a title that goes on in the next. */
const continues = (row: Row): boolean =>
  !row.cells && !/[。；：:！？，]$/.test(row.text) && foldText(row.text).length <= 60;

/** The rows of the title that ends with `last`: those above it that belong to the same sentence. */
function titleEndingWith(rows: Row[], last: number): Row[] {
  const lines = [rows[last]!];
  for (let index = last - 1; index >= 0 && lines.length < 4; index--) {
    const row = rows[index]!;
    const whole = readsAsTitle(lines) && /关于|^对|的答复|的复函|的回复/.test(text(lines));
    const begun = /^(?:关于|对)|[^《“](?:关于|对)[^，]*(?:建议|提案|号|会议)/.test(text(lines));
    if (!continues(row) || isTitle(row.text)) break;
    // A bureau's name alone is the first line of a title that goes on with 关于.
    if (whole && begun && !(isBureau(row.text) && /^(?:关于|对)/.test(text(lines)))) break;
    if (isDocumentNumber(row.text)) break;
    lines.unshift(row);
  }
  return lines;
}

/** The lines right below a title that belong to it: ——关于……的建议, （市政协十届三次会议第35号）. */
function underTitle(rows: Row[]): Row[] {
  const end = rows.findIndex(
    ({ text }) =>
      !/^(?:[-—–－]{2}|—)\s*\p{Script=Han}/u.test(text) &&
      !/^\((?!.*\d{4}\)\d).*(?:第[\d、,]+号|届.*次).*\)$/.test(foldText(text)),
  );
  return end < 0 ? rows : rows.slice(0, end);
}

/**
 * Cuts the label from a title that stands under one alone, such as 标题：关于……的答复. `rows` are those
 * of the whole file, `head` those above the salutation.
 */
export function cutLabel(rows: Row[], head: Row[]): void {
  const titles = head.filter((row) => !row.omitted && isTitle(labelledValue(row)));
  const last = titles.findLast((row) => labelKind(row) === METADATA && titleLabel(row.text));
  if (!last || titles.some((row) => !labelKind(row) && readsAsTitle([row]))) return;
  const [label] = splitRow(rows, last, titleLabel(last.text)!.length);
  label.omitted = METADATA;
}

/** Marks the title among unrecognised rows, the last one that there is; whether there is one. */
function markTitle(rows: Row[], ask: Ask): boolean {
  for (let last = rows.length - 1; last >= 0; last--) {
    if (!isTitle(rows[last]!.text)) continue;
    const lines = titleEndingWith(rows, last);
    if (!readsAsTitle(lines)) continue;
    for (const row of [...lines, ...underTitle(rows.slice(last + 1))]) row.part = 'title';
    omitRepetitions(unclassified(rows), text(lines), ask);
    return true;
  }
  return false;
}

/** Marks what repeats the title, on one line or several; another title is asked about. */
function omitRepetitions(rows: Row[], title: string, ask: Ask): void {
  for (let start = 0; start < rows.length; start++)
    for (let end = start + 1; end <= Math.min(start + 4, rows.length); end++) {
      const group = rows.slice(start, end);
      if (group.some(({ omitted }) => omitted)) break;
      const same = text(group) === title || labelledValue(group[0]!) === title;
      if (!same && !(end === start + 1 && readsAsTitle(group))) continue;
      for (const row of group) row.omitted = same ? '重复的标题' : '网页的标题';
      if (!same) ask(rowLocation(group[0]!), '与答复的标题不同，没有收入；请看它是不是标题');
    }
}

/**
 * Marks all rows above the salutation: title, document number, and what is not the letter. Gives
 * what they say of the letter.
 */
export function markHead(rows: Row[], ask: Ask): string[] {
  for (const row of unclassified(rows)) if (isBoilerplate(row.text)) row.omitted = '网页上的文字';
  const titled = markTitle(unclassified(rows), ask);
  const said = omitMetadata(unclassified(rows));
  for (const row of unclassified(rows)) {
    const above = rows[rows.indexOf(row) - 1];
    if (isRule(row.text)) row.omitted = '分隔线';
    else if (isDocumentNumber(row.text) && !rows.some(({ part }) => part === 'doc'))
      row.part = 'doc';
    else if (isDocumentNumber(row.text)) row.omitted = '重复的文号';
    else if (/文件$/.test(row.text)) row.omitted = '红头';
    else if (isBureau(row.text) && above?.omitted !== METADATA) row.omitted = '标题上方的单位名称';
    else if (isBureau(row.text) || /^\d{4}年/.test(foldText(row.text))) row.omitted = METADATA;
    else {
      row.omitted = '答复之前的文字';
      const below = rows.slice(0, rows.indexOf(row)).some(({ part }) => part === 'title');
      ask(
        rowLocation(row),
        '不知道是什么，没有收入；请看它是不是答复的一部分',
        below ? 'first' : undefined,
      );
    }
  }
  if (!titled) ask('标题', '没有找到标题，由本站拟了一个，放在方括号里');
  return said;
}
