import { foldText } from '../language/fold.ts';
import { stripHidden } from '../language/hidden.ts';
import { WITHHELD } from '../letter/withholding.ts';
import { GRADE, LONGEST, readMarkWords, STAR } from './mark-words.ts';

/** A line of a received file that states for whom the letter is meant. */
export interface DisclosureMark {
  kind: '密级' | '内部' | '公开属性';
  /** True if the line states that the letter is for the public: 主动公开, 此件公开发布. */
  isOpen: boolean;
  /** The whole line as received, trimmed. */
  words: string;
  /** Index of the line, from 0. */
  line: number;
}

/** The statement of a mark. */
type Statement = Pick<DisclosureMark, 'kind' | 'isOpen'>;

const SECRET: Statement = { kind: '密级', isOpen: false };
const openness = (isOpen: boolean): Statement => ({ kind: '公开属性', isOpen });

/** A line or a cell to read, folded, and what follows it: the next cell, or the next line with words. */
interface Candidate {
  text: string;
  next: string;
}

/*
 * Classification: 保守国家秘密法 (2024), articles 14 and 20, and GB/T 9704-2012, 7.2.2 to 7.2.3; openness: 政府信息公开条例
 * (2019), and the 信息公开选项 that offices print above the copies.
 */

/** A grade with its star, anywhere in a line. */
const STARRED = new RegExp(`${GRADE}(?:文件|资料|材料|件)?${STAR}|${STAR}${GRADE}`, 'u');
/** Labels of secrecy; a value that names no secret is 无, 公开 or a dash, or the label of another field. */
const SECRECY_LABEL =
  /^(?:.*[;,.\d])?(?:密级|密等|保密(?:等级|级别|期限?)|[秘机]密等级|定密(?:责任人|依据|单位)?|知悉范围)(?:及保密期限)?[:/]/u;
const NOT_SECRET =
  /^(?:$|无|非密|不涉密|普通|一般|公开|否|[/*×—-]|\p{Script=Han}{2,6}:|(?:全社会|社会公众|不限))/u;
const SECRECY_VALUE = /(?:密级|[秘机]密等级|保密等级)(?:绝密|机密|秘密|内部|涉密|敏感)/u;

function readSecrecy({ text, next }: Candidate): Statement | undefined {
  if (STARRED.test(text) || SECRECY_VALUE.test(text)) return SECRET;
  const label = SECRECY_LABEL.exec(text)?.[0];
  const value = label === undefined ? undefined : text.slice(label.length) || next;
  return value !== undefined && !NOT_SECRET.test(value) ? SECRET : undefined;
}

const TICK = '[☑☒■√✓✔✅●◉⬛◼▣🗹R]';
const NO_TICK = '[□☐○◯◻⬜×✗]';
const BOX = `(?:[\\[(【]?(?:${NO_TICK}?(?<tick>${TICK})|${NO_TICK})[\\])】]?|\\[\\]|\\(\\))`;
/** An option of a form; in a sentence, other words follow it. */
const OPTION = `(?:(?:全文)?主动公开|依?申请公开|不予?公开|免予公开|删减后公开|部分公开|内部公开|公开)(?=$|[^\\p{Script=Han}\\d]|\\d[.、)]|${TICK}|${NO_TICK})`;
const FORM = new RegExp(`(?<box>${BOX})|(?<option>${OPTION})`, 'gu');
const YES_OR_NO = new RegExp(`(?<box>${BOX})|(?<option>不?同意|不?公开|是|否)`, 'gu');
const OPEN_OPTION = /^(?:(?:全文)?主动公开|公开|同意|是)$/u;

/** The options of a form, ticked or not, boxes before or after them. A text without boxes has none. */
function readForm(text: string, pattern: RegExp): { option: string; isTicked: boolean }[] {
  const parts = [...text.matchAll(pattern)].map(({ groups = {} }) => groups);
  const first = parts.findIndex(({ box }) => box !== undefined);
  if (first < 0) return [];
  const isBefore = first === 0;
  return parts.flatMap(({ option }, index) => {
    if (option === undefined) return [];
    const near = parts[isBefore ? index - 1 : index + 1];
    return [{ option, isTicked: near?.['tick'] !== undefined }];
  });
}

/** A form states what is ticked. If nothing is ticked, only a person knows. */
function readTicks({ text }: Candidate): Statement | undefined {
  const label = QUESTION.exec(text);
  const options = label
    ? readForm(text.slice(label[0].length), YES_OR_NO)
    : readForm(text.slice(FORM_LABEL.exec(text)?.[0].length ?? 0), FORM);
  const ticked = options.filter(({ isTicked }) => isTicked);
  if (ticked.length > 0) return openness(ticked.every(({ option }) => OPEN_OPTION.test(option)));
  const isRest = options.length === 1 && !OPEN_OPTION.test(options[0]!.option);
  return options.length === 0 || isRest ? undefined : openness(false);
}

/** Labels whose every value but 主动公开 is a mark. */
const STRICT_LABEL = '(?:政府|政务)?(?:信息)?公开(?:属性|方式|选项|类别)';
const QUESTION_LABEL =
  '(?:是否|可否|能否)(?:同意|属于?)?(?:主动|全文|对外|向社会|上网|网上)*(?:公开|公布|发布|上网)(?:发布|范围)?';
/** Labels whose value is a mark if it names one, or says no. */
const LABEL = `(?:${QUESTION_LABEL}|(?:公开|发布|保密)(?:审查|审核)(?:意见|结果|结论|情况)?|公开(?:范围|形式|类型|分类|级别|等级|程度|性质|意见|情况|与否|状态|权限)|(?:同意|主动|网上|对外|全文|信息)?公开)`;
const FORM_LABEL = new RegExp(`^.*?${STRICT_LABEL}[\\])】]?:?`, 'u');
const QUESTION = new RegExp(`^.*?${QUESTION_LABEL}[\\])】]?:?`, 'u');
const FIELD = new RegExp(`(?<strict>${STRICT_LABEL})|(?<other>${LABEL})`, 'gu');
const NO =
  /^(?:否|不(?:是|能|可以?|宜|同意|行)?|依申请|按申请|免予?|暂不|删减后?|部分|非|限|涉密|本单位|系统内|机关内)(?=$|[,.;、。([])/u;
/** A field that follows the value on the same line. */
const NEXT_FIELD =
  /[,;、]?(?:公开(?:范围|形式|时间|日期|单位|期限|时限|程度)|发布|密级|紧急|有效|索引|文号|发文|成文|签发|联系|主题|责任|印发|信息|服务)\p{Script=Han}{0,6}:.*$/u;

const isClosed = (text: string): boolean => {
  const words = readMarkWords(text);
  return (
    words !== undefined &&
    (['secret', 'internal', 'closed'] as const).some((role) => words.has(role))
  );
};
const isOpen = (text: string): boolean => {
  const words = readMarkWords(text);
  return words?.has('open') === true && !isClosed(text);
};

const isClosedWord = (text: string): boolean => readMarkWords(bare(text))?.has('closed') === true;

/** The openness that a value states after its label. */
function readValue(label: 'strict' | 'other', text: string): boolean | undefined {
  const value = bare(text);
  // The field is empty, or the label of another field follows.
  if (value === '' || /^[^:]{2,8}:/u.test(value)) return undefined;
  const own = value.replace(NEXT_FIELD, '');
  if (isClosed(own) || (label === 'other' && NO.test(own))) return false;
  if (label === 'other') return isOpen(own) || undefined;
  return /^(?:(?:全文)?主动公开|主动全文公开)(?!.*(?:申请|不|免|删减|部分|内部|限))/u.test(own);
}

/** The openness that a line states under labels such as 公开方式：; closed outweighs open. */
function readFields({ text, next }: Candidate): Statement | undefined {
  const found = [...text.matchAll(FIELD)].flatMap(({ 0: label, index, groups }) => {
    const end = index + label.length;
    const rest = text.slice(end, end + LONGEST).replace(/^[\])】〕]/u, '');
    const isStart = index === 0 || /[[【〔(]/u.test(text[index - 1]!);
    const kind = groups?.['strict'] === undefined ? 'other' : 'strict';
    if (rest === '' || rest === ':') return isStart ? readValue(kind, next) : [];
    if (rest.startsWith(':')) return readValue(kind, rest.slice(1));
    const isValue = /^(?![,.;、])/u.test(rest) && readMarkWords(rest) !== undefined;
    return isStart && (isValue || /^[是否]$/u.test(rest)) ? readValue(kind, rest) : [];
  });
  const known = found.filter((value) => value !== undefined);
  if (known.length > 0) return openness(known.every(Boolean));
  // A mark as the value of any other label, or as a label itself: 属性：依申请公开, 不予公开：是.
  const { label = '', value = '' } =
    /^(?<label>\p{Script=Han}{1,10}):(?<value>.+)$/u.exec(text)?.groups ?? {};
  return isClosedWord(value) || (value === '是' && isClosedWord(label))
    ? openness(false)
    : undefined;
}

/** A clause about the document itself, which further words may follow: 此件不予公开，联系人：张三. */
const ABOUT_ITSELF = /^[([【〔]?(?<clause>[此本该](?:[件文]|答复|复函)[^,;.(]*)[,;(]/u;

/** A line, or its first clause about the document, that has no other words than those of a mark. */
function readWholeLine({ text }: Candidate): Statement | undefined {
  const clause = ABOUT_ITSELF.exec(text)?.groups?.['clause'] ?? '';
  const words = readMarkWords(bare(text)) ?? readMarkWords(clause);
  if (!words) return undefined;
  if (words.has('secret')) return SECRET;
  if (words.has('closed')) return openness(false);
  return words.has('internal') ? { kind: '内部', isOpen: false } : openness(true);
}

/** A mark in brackets at the start or the end of a longer line: 特此答复。（此件不予公开） */
const BRACKETED = /[([【〔{<](?<inner>[^()[\]【】〔〕{}<>]{2,24})[)\]】〕}>]/gu;
function readBracketed({ text }: Candidate): Statement | undefined {
  for (const { 0: bracketed, groups, index } of text.matchAll(BRACKETED)) {
    const inner = groups?.['inner'] ?? '';
    const statement = readWholeLine({ text: inner, next: '' });
    const isAtEdge = index === 0 || index + bracketed.length >= text.length - 1;
    // 政务公开（主动公开、依申请公开） lists both.
    const isList = readMarkWords(bare(inner))?.has('open') && statement?.isOpen === false;
    if (statement && !isList && (isAtEdge || /^[此本该][件文]/u.test(inner))) return statement;
  }
  return undefined;
}

/** The table of rules. */
const RULES = [readSecrecy, readTicks, readFields, readWholeLine, readBracketed];

/** A line as the rules read it, without our own marks of withheld words. */
const plain = (line: string): string =>
  foldText(stripHidden(line.replaceAll(WITHHELD, '')).replaceAll(/\p{Variation_Selector}/gu, ''));

/** A folded line without the brackets around it and the stop after it. */
function bare(text: string): string {
  const unstopped = text.replace(/[.。;；!！]+$/u, '');
  const inner = /^[([【〔《<{"“'](?<inner>[^()[\]【】〔〕]*)[)\]】〕》>}"”']$/u.exec(unstopped)
    ?.groups?.['inner'];
  return (inner ?? unstopped).replace(/[.。;；!！]+$/u, '');
}

/** The cells of a line, by tabs or wide gaps. */
const cellsOf = (line: string): string[] => line.split(/\t| {3,}|　{2,}/u).map(plain);

/** The candidates of a line: the whole, each cell with the cell after it or below it, and the first and last words. */
function candidatesOf(line: string, following: string): Candidate[] {
  const cells = cellsOf(line);
  const below = cellsOf(following);
  const words = line.trim().split(/\s+/u);
  const atEdges = words.length > 1 ? [words[0]!, words.at(-1)!].map(plain) : [];
  return [
    { text: plain(line), next: cells.length > 1 ? '' : plain(following) },
    ...(cells.length > 1 ? cells : []).flatMap((text, at) => [
      { text, next: cells[at + 1] ?? '' },
      { text, next: below.length === cells.length ? below[at]! : '' },
    ]),
    ...atEdges.filter(isClosedWord).map((text) => ({ text, next: '' })),
  ];
}

/**
 * Finds every mark of secrecy or openness in the lines of a received file, headers, footers and table
 * cells included. Lines are plain text; cells of a row may be joined by tabs. Returns one mark a line, in
 * order; a line with a closed and an open mark counts as closed.
 */
export function findDisclosureMarks(lines: readonly string[]): DisclosureMark[] {
  let following = '';
  return lines
    .map((words, line) => ({ words, line }))
    .reverse()
    .flatMap(({ words, line }): DisclosureMark[] => {
      if (plain(words) === '') return [];
      const candidates = candidatesOf(words, following);
      following = words;
      // What is ticked outweighs the words of the options.
      const form = readTicks(candidates[0]!);
      const rules = form ? [readSecrecy] : RULES;
      const found = [
        ...candidates.flatMap((one) => rules.flatMap((rule) => rule(one) ?? [])),
        ...(form ? [form] : []),
      ];
      const mark = found.find(({ isOpen }) => !isOpen) ?? found[0];
      return mark ? [{ ...mark, words: words.trim(), line }] : [];
    })
    .reverse();
}
