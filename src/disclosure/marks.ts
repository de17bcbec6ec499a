import { foldText } from '../language/fold.ts';
import { stripHidden } from '../language/hidden.ts';

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

interface Rule {
  kind: DisclosureMark['kind'];
  isOpen: boolean;
  pattern: RegExp;
}

/*
 * Marks are lines of their own, or are in brackets. Whole short lines are matched, folded (no white space,
 * half width) and without outer brackets and closing stop. Words within a sentence never match.
 * Classification: 保守国家秘密法 (2024), articles 14 and 20, and GB/T 9704-2012, 7.2.2 to 7.2.3; openness: 政府信息公开条例
 * (2019), and the 信息公开选项 that offices print above the copies.
 */
const TERM = '(?:长期|启用前|公开前|解密前|[\\d一二三四五六七八九十]+(?:年|个?月|天|日))';
const GRADE =
  '(?:绝密|机密|秘密|工作秘密|商业秘密|(?:核心|普通)?商密|密件|密电)(?:级|件|文件|资料|材料)?';
const URGENCY = '(?:特提|特急|加急|平急|急件|紧急)';
// All digits of a number: cut anywhere, a long one could be read as copy numbers in countless ways.
const COPY_NUMBER = '(?:№|No\\.?|份号:?)?(?<!\\d)\\d{1,8}(?!\\d)(?:号|份)?';
const DOCUMENT_NUMBER = '[\\p{Script=Han}A-Za-z]{1,20}[〔\\[(]\\d{4}[〕\\])]第?\\d{1,5}号';
const CARE =
  '(?:请?(?:注意|妥善)(?:保存|保管|保密)|(?:请勿|不得|严禁|不准|禁止|切勿|勿)(?:外传|外泄|翻印|复印|复制|转载|转发|扩散|传播|泄露|泄密|公开|对外公开|上网)+|不对外|(?:阅后|会后|用后)(?:即?(?:收回|销毁|焚毁|退回|归还|焚))|严格保密|注意保密|保密|妥存)';
const INTERNAL_NOUN =
  '(?:工作(?=资料|文件|材料)|资料|文件|材料|讨论稿?|征求意见稿|事项|使用|传阅|参考|参阅|刊物|掌握|明电|电报|情况|件|发行|发送|交流|公文|信息|公开|文稿|文档|通报|知悉|阅读|留存|办理|流转)';
const INTERNAL = `(?:(?:仅?限?(?:供|于|在)?|本?(?:单位|系统|部门|机关|行业)|此[件文]|本[件文])*内部${INTERNAL_NOUN}*)`;
const READERS =
  '(?:仅供(?:领导|有关(?:领导|部门|单位)|本人|参会人员|工作人员)(?:参阅|参考|阅读|使用|掌握)?|(?:限|只)?发至(?:县(?:处)?|县团|乡镇|乡科|市(?:厅)?|地市|厅局|处)级?(?:单位)?)';
const SEPARATOR = '[,.;:、·|/★☆※*-]*';
const tokens = (...options: string[]) => `(?:(?:${options.join('|')})${SEPARATOR})`;

const CLOSED =
  '(?:不予公开|不公开|不宜公开|不便公开|不能公开|不得公开|不可公开|(?:不|不宜|不便|不得|不予|暂不)对外公开|不主动公开|非公开|免予公开|免于公开|不同意公开|暂不公开|暂缓公开|延期公开|依申请(?:予以|可|才可?)?公开|按申请公开|申请公开|删减后公开|删除后公开|处理后公开|遮挡后公开|部分公开|有条件公开|限制公开|内部公开|定向公开|不上网|不予发布|不予公布|不公布)(?:发布)?';
const OPEN = '(?:主动公开|(?:全文|同意|可以|予以)?公开(?:发布)?|同意公布|全文公布)';
const SUBJECT =
  '(?:此件|该件|本件|此文|本文|此答复|本答复|该答复|(?:此|本|该)?(?:建议|提案)?答复[件函]?|此复文|复函|本复文|此函|本函|答复|复文|全文|内容)?';
const LABEL = '(?:政府|政务)?(?:信息)?(?:公开(?:属性|方式|选项|类别))';
const OTHER_LABEL =
  '(?:政府|政务)?(?:信息)?(?:公开(?:范围|形式|类型|程度|性质|意见|情况|与否|状态|权限)|(?:是否|可否|能否)(?:同意)?(?:向社会|对外|主动)?公开(?:发布)?|(?:是否|可否)(?:同意)?公布)';

/** The table of rules. The first rule that matches a line decides. */
const RULES: Rule[] = [
  { kind: '密级', isOpen: false, pattern: new RegExp(`${GRADE}[★☆✩✪⭐※]`, 'u') },
  {
    kind: '密级',
    isOpen: false,
    pattern: new RegExp(
      `^${tokens(URGENCY, COPY_NUMBER, TERM, CARE, DOCUMENT_NUMBER, INTERNAL)}*(?:密级:?)?${GRADE}${SEPARATOR}${tokens(URGENCY, COPY_NUMBER, TERM, CARE, DOCUMENT_NUMBER, INTERNAL, '保密期限:?', '签发人?:\\p{Script=Han}{2,4}')}*$`,
      'u',
    ),
  },
  {
    kind: '密级',
    isOpen: false,
    pattern: new RegExp(
      `(?:密级|保密等级|保密级别|秘密等级|机密等级|定密)[:\\t]?(?:绝密|机密|秘密|内部|涉密|工作秘密|敏感)`,
      'u',
    ),
  },
  { kind: '密级', isOpen: false, pattern: /^保密期限?:(?!无|\/|-|—|$)/u },
  {
    kind: '密级',
    isOpen: false,
    pattern:
      /^涉密(?:件|文件|资料|材料|信息|公文)?[,.;:、·!-]*(?:请?注意保[密存]|严格保密|(?:不得|严禁|请勿)\p{Script=Han}{2,4})?$/u,
  },
  {
    kind: '内部',
    isOpen: false,
    pattern: new RegExp(
      `^${tokens(URGENCY, COPY_NUMBER, CARE, DOCUMENT_NUMBER, READERS)}*(?:${INTERNAL}|${READERS}|${CARE})${SEPARATOR}${tokens(URGENCY, COPY_NUMBER, CARE, INTERNAL, READERS, DOCUMENT_NUMBER, '(?:编号|第)\\d+(?:号|期)?')}*$`,
      'u',
    ),
  },
  { kind: '公开属性', isOpen: false, pattern: new RegExp(`^${SUBJECT}${CLOSED}$`, 'u') },
  { kind: '公开属性', isOpen: true, pattern: new RegExp(`^${SUBJECT}${OPEN}$`, 'u') },
];

/** A closing in brackets at the end or start of a longer line, such as 特此答复。（此件不予公开） */
const BRACKETED = /[([【〔{<](?<inner>[^()[\]【】〔〕{}<>]{2,24})[)\]】〕}>]/gu;

/** A ticked box before or after its option, as forms print it. */
const TICKED = '[☑☒■√✓✔●◉🗹R]';
const UNTICKED = '[□☐○◯◻]';
const OPTION = '(?:主动公开|依申请公开|不予公开|不公开|免予公开|删减后公开|部分公开|公开)';

/** The options of a form that are ticked, undefined if the text is no form with boxes. */
function tickedOptions(text: string): string[] | undefined {
  const before = new RegExp(`(${TICKED}|${UNTICKED})(${OPTION})`, 'gu');
  const after = new RegExp(`(${OPTION})\\((${TICKED}|${UNTICKED}|)\\)`, 'gu');
  const boxes = [
    ...[...text.matchAll(before)].map(([, box = '', option = '']) => ({ box, option })),
    ...[...text.matchAll(after)].map(([, option = '', box = '']) => ({ box, option })),
  ];
  if (boxes.length === 0) return undefined;
  return boxes
    .filter(({ box }) => new RegExp(`^${TICKED}$`, 'u').test(box))
    .map(({ option }) => option);
}

/** Returns the meaning of an openness label's value: open, closed, or neither. */
function readValue(label: 'strict' | 'other', value: string): boolean | undefined {
  const ticked = tickedOptions(value);
  if (ticked) return ticked.length > 0 && ticked.every((option) => /^(?:主动)?公开$/u.test(option));
  const own = value.replace(/^[:：]/u, '').replace(/^[([【〔](.*?)[)\]】〕].*$/u, '$1');
  // The next label of a line, or nothing at all: the field is empty.
  if (own === '' || /^[^:]{2,8}:/u.test(own)) return undefined;
  if (/^(?:(?:全文)?主动公开|主动全文公开)/u.test(own)) return true;
  if (label === 'strict') return false;
  return /^(?:否|不|依申请|按申请|免|删减|部分|暂|内部|限|申请|非)/u.test(own) ? false : undefined;
}

const LABELLED = new RegExp(`(?<strict>${LABEL})|(?<other>${OTHER_LABEL})`, 'gu');

/** Returns the openness that a line states under a label such as 公开方式：; closed outweighs open. */
function labelledOpenness(text: string, next: string): boolean | undefined {
  const found: boolean[] = [];
  for (const match of text.matchAll(LABELLED)) {
    const rest = text.slice(match.index + match[0].length);
    const isField =
      /^[:：]/u.test(rest) || match.index === 0 || /[[【〔(]$/u.test(text.slice(0, match.index));
    if (!isField) continue;
    const value = rest.replace(/^[\])】〕]/u, '');
    // The value of a label alone on its line is the next line.
    const isAlone = value === '' || value === ':';
    const isValue =
      value.startsWith(':') || tickedOptions(value) !== undefined || VALUE.test(value);
    if (!isAlone && !isValue) continue;
    const says = readValue(match.groups?.['strict'] ? 'strict' : 'other', isAlone ? next : value);
    if (says !== undefined) found.push(says);
  }
  return found.length === 0 ? undefined : found.every(Boolean);
}
const VALUE = new RegExp(`^(?:${CLOSED}|主动公开)`, 'u');

/** A line as the rules match it. */
const plain = (line: string): string => foldText(stripHidden(line));

/** A folded line without the brackets around it and the stop after it. */
function bare(text: string): string {
  const unstopped = text.replace(/[.。;；!！]+$/u, '');
  const inner = /^[([【〔《<{](?<inner>[^()[\]【】〔〕]*)[)\]】〕》>}]$/u.exec(unstopped)?.groups?.[
    'inner'
  ];
  return (inner ?? unstopped).replace(/[.。;；!！]+$/u, '');
}

const ruleFor = (text: string): Rule | undefined => RULES.find(({ pattern }) => pattern.test(text));

/** Kind and openness of the mark in a folded line; undefined if there is none. */
function readMark(text: string, next: string): Pick<Rule, 'kind' | 'isOpen'> | undefined {
  const isOpen = labelledOpenness(text, next);
  if (isOpen === false) return { kind: '公开属性', isOpen };
  const whole = ruleFor(bare(text));
  if (whole) return whole;
  if (isOpen) return { kind: '公开属性', isOpen };
  for (const { 0: bracketed, groups, index } of text.matchAll(BRACKETED)) {
    const inner = bare(groups?.['inner'] ?? '');
    const rule = ruleFor(inner);
    const isAtEdge = index === 0 || index + bracketed.length >= text.length - 1;
    if (rule && (isAtEdge || /^(?:此件|本件|该件|此文|本文)/u.test(inner))) return rule;
  }
  return undefined;
}

/**
 * Finds every mark of secrecy or openness in the lines of a received file, headers, footers and table
 * cells included. Lines are plain text; cells of a row may be joined by tabs. Returns one mark a line, in
 * order; a line with a closed and an open mark counts as closed.
 */
export function findDisclosureMarks(lines: readonly string[]): DisclosureMark[] {
  return lines.flatMap((words, line) => {
    const next = plain(lines[line + 1] ?? '');
    const cells = words.split(/\t| {3,}|　{2,}/u);
    const texts = [...new Set([words, ...cells].map(plain))].filter(Boolean);
    const found = texts.flatMap((text) => readMark(text, cells.length > 1 ? '' : next) ?? []);
    const mark = found.find(({ isOpen }) => !isOpen) ?? found[0];
    return mark ? [{ kind: mark.kind, isOpen: mark.isOpen, words: words.trim(), line }] : [];
  });
}
