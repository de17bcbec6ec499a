import { unpairedMarks } from '../../language/pairs.ts';
import { COPIES_LABEL } from '../../letter/copies.ts';
import type { Part } from '../../letter/parts.ts';
import { foldText } from '../../language/fold.ts';
import { isBoilerplate } from './boilerplate.ts';
import { rowLocation, type Ask } from '../questions.ts';
import { unclassified, splitRow, type Row } from '../rows.ts';
import { isTitle } from './salutation.ts';
import { bureausIn, dateAtEnd } from './signature.ts';

const CONTACT =
  /^[（(]?(?:联系(?:人|电话|方式|单位|地址|部门|处室|科室|手机)|经办(?:人|科室|处室)|承办(?:人|科室|处室)|(?:办公|咨询|固定|移动|服务|监督)?电话|手机|传真|邮(?:政编码|编|箱)|电子邮[箱件]|(?:通讯|通信|办公|单位)?地址|责任人|具体经办|分管领导)(?:及|和|与|、|[：:（(]|[^。]{0,24}\d|[\p{Script=Han}*]{2,4}$)/u;
const ATTACHMENTS = /^附件?(?:[：:]|[\d一二三四五六七八九十]{1,2}(?:[：:．.、]|$)|$)/;
const NUMBERED = /^[\d０-９]{1,2}\s*[．.、]\s*\S/;
const REMARK =
  /^[（(].*(?:公开|印发|网上|公布).*[）)]$|^(?:领导签[名字]|签发人?|审[核签]人?|会签|核稿|此件|公开(?:属性|方式|选项|类别|形式|范围|意见)|是否(?:同意)?公开|主动公开|依申请公开|不予公开|政务公开)|^(?:办理|答复|面商)(?:类[别型]|结果|情况|程度)[：:]|^[主承协会分]办(?:单位|部门)[：:]|印发$/;
const LAST = /[。！？；;!?]$/;

/** What an old office file says of its printing. */
const PRINTING =
  /^主题词[：:]|^[（(]?共印[\d一二三四五六七八九十百]+份[）)]?$|^(?:打字|打印|排版)[：:].*校对/;

/** What part of a letter's end a row is, by its own words; undefined for what could be its body. */
function kindOf(text: string): Part | 'omitted' | undefined {
  const plain = foldText(text);
  if (COPIES_LABEL.test(plain)) return 'cc';
  if (CONTACT.test(plain) && plain.length <= 120) return 'contact';
  if (ATTACHMENTS.test(plain)) return 'attachments';
  if (REMARK.test(plain) && plain.length <= 60) return 'remarks';
  if (isBoilerplate(text) || PRINTING.test(plain)) return 'omitted';
  if (dateAtEnd(text) && foldText(dateAtEnd(text)!) === plain) return 'date';
  if (bureausIn(text).length > 0) return 'sign';
  const date = dateAtEnd(text);
  return date && bureausIn(text.slice(0, text.trim().length - date.length)).length > 0
    ? 'sign'
    : undefined;
}

/** Whether a line of 附件 goes on: (含各县区, and 及经开区) below it. */
const goesOnWith = (above: Row | undefined, text: string): boolean =>
  above !== undefined && unpairedMarks(above.text).length > 0 && unpairedMarks(text).length > 0;

/** Whether a row goes on with copies or attachments that begin up to five rows above it. */
function goesOn(rows: Row[], index: number): Part | undefined {
  for (let at = index - 1; at >= Math.max(0, index - 6); at--) {
    const kind = kindOf(rows[at]!.text);
    const own = foldText(rows[index]!.text);
    if (kind === 'cc') return LAST.test(rows[at]!.text) || own.length > 100 ? undefined : 'cc';
    if (kind === 'attachments') {
      const only = rows
        .slice(at + 1, index + 1)
        .every(({ text }, place, all) => NUMBERED.test(text) || goesOnWith(all[place - 1], text));
      const alone = at === index - 1 && /^附件?[：:]?$/.test(foldText(rows[at]!.text));
      return (only || alone) && own.length <= 60 && !LAST.test(own) ? 'attachments' : undefined;
    }
    if (kind || LAST.test(rows[at]!.text)) return undefined;
  }
  return undefined;
}

/** Where the letter's end starts: at the first of the last rows that are parts of it. */
function startOf(rows: Row[]): number {
  const isTail = (index: number) => {
    const kind = kindOf(rows[index]!.text) ?? goesOn(rows, index);
    return rows[index]!.cells ? kind === 'contact' : kind !== undefined;
  };
  let start = rows.length;
  // Signature and date, one above the other, end a letter; what follows may be longer than it is.
  const signed = rows.findIndex(
    (row, index) =>
      kindOf(row.text) === 'date' && index > 1 && kindOf(rows[index - 1]!.text) === 'sign',
  );
  if (signed > 0) start = signed;
  // The date under the letter, wherever after it something else was printed.
  for (let index = rows.length - 1; signed < 0 && index > rows.length / 2; index--) {
    const date = dateAtEnd(rows[index]!.text);
    const alone = kindOf(rows[index]!.text);
    if (date && (alone === 'date' || alone === 'sign')) {
      start = index;
      if (index > 0 && isTail(index - 1)) break;
    }
  }
  while (start > 0 && isTail(start - 1)) start--;
  return start;
}

/** Cuts the date from the bureau on one line with it. */
function splitSignature(rows: Row[], row: Row): void {
  const date = dateAtEnd(row.text);
  if (!date || foldText(date) === foldText(row.text)) return;
  const [name, rest] = splitRow(rows, row, row.text.length - date.length);
  name.part = 'sign';
  rest.part = 'date';
}

/** Cuts bureau and date from the closing that stands before them on one line: 感谢您！ 某某局 2026年6月12日. */
function cutSignOff(rows: Row[]): void {
  for (const row of unclassified(rows).slice(-12)) {
    const [, closing] = /^(.*[。！!])[^。！!]+$/.exec(row.text) ?? [];
    const signed = closing && row.text.slice(closing.length);
    if (signed && !row.cells && dateAtEnd(signed) && kindOf(signed) === 'sign')
      splitRow(rows, row, closing.length);
  }
}

/** Marks all rows of the letter's end: attachments, signature, date, 附注, copies, contact, and what is not the letter. */
export function markTail(rows: Row[], ask: Ask): void {
  cutSignOff(rows);
  const body = unclassified(rows);
  const tail = body.slice(startOf(body));
  for (const row of tail) {
    const kind = kindOf(row.text) ?? goesOn(body, body.indexOf(row));
    if (kind === 'omitted')
      row.omitted = PRINTING.test(foldText(row.text)) ? '主题词和印制信息' : '网页上的文字';
    else if (kind) row.part = kind;
    else {
      // What stands below 附件 is the attachment itself.
      const above = tail[tail.indexOf(row) - 1];
      const attached = above?.part === 'attachments';
      row.part = attached ? 'attachments' : 'remarks';
      if (attached && !(row.cells && above.cells)) ask(rowLocation(row), '当作附件的内容收入');
      else if (attached) continue;
      else if (isTitle(row.text) && /号/.test(row.text))
        ask(rowLocation(row), '文件里好像不止一份答复；请分成几个文件，一份一份地加', 'first');
      else ask(rowLocation(row), '署名之后的这一行不知道是什么，当作附注收入', 'first');
    }
    if (kind === 'sign') splitSignature(rows, row);
  }
  gather(
    rows.filter((row) => row.line >= (tail[0]?.line ?? Infinity)),
    ask,
  );
}

/** Parts that may hold any line. */
const LOOSE: Part[] = ['remarks', 'contact', 'attachments'];
const NAMES: Partial<Record<Part, string>> = { contact: '联系方式', attachments: '附件' };

/** A part stands in one place: what comes again later joins the lines before it, or is a 附注. */
function gather(tail: Row[], ask: Ask): void {
  const seen: Part[] = [];
  let again = false;
  for (const row of tail) {
    // A letter has one date.
    const same = seen.at(-1) === row.part && row.part !== 'date';
    if (!row.part || same) {
      again = false;
      continue;
    }
    if (seen.includes(row.part)) {
      const last = seen.at(-1)!;
      row.part = LOOSE.includes(last) ? last : (LOOSE.find((part) => !seen.includes(part)) ?? last);
      if (!again)
        ask(
          rowLocation(row),
          `落款、日期、附件等在文末出现了不止一次，后一处当作${NAMES[row.part] ?? '附注'}收入`,
        );
      again = true;
    } else again = false;
    if (seen.at(-1) !== row.part) seen.push(row.part);
  }
}
