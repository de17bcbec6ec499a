import { unpairedMarks } from '../../language/pairs.ts';
import { COPIES_LABEL } from '../../letter/copies.ts';
import { foldText } from '../../language/fold.ts';
import { isDocumentNumber } from '../../language/page-furniture.ts';
import type { Classification, Row } from '../rows.ts';
import { DIVIDER, isBoilerplate, isDivider, WEB_PAGE } from './boilerplate.ts';
import { isLabelledCategory } from './category.ts';
import { findBureaus, findEndDate, isBureau } from './signature.ts';
import { METADATA } from './site-labels.ts';

/** A line to classify: its text as printed, its text folded, and the rows above it. */
interface Candidate {
  text: string;
  folded: string;
  above: Row[];
}

/**
 * A rule that recognises a line by its own words. Title and salutation need more than one line and have
 * passes of their own.
 */
interface Rule {
  /** The lines to which the rule applies: those above the body, or those at the letter's end. */
  zone: 'head' | 'end';
  becomes: Classification;
  matches: (line: Candidate) => boolean;
  /** Returns true if the last of `rows` continues the part that the first of them begins. */
  continues?: (rows: Row[]) => boolean;
}

const CONTACT =
  /^[（(]?(?:联系(?:人|电话|方式|单位|地址|部门|处室|科室|手机)|联络[人员]|(?:经办|承办)人(?:姓名)?|办理人员?|(?:经|承|主)办(?:科室|处室)|责任(?:科室|处室)|(?:办公|咨询|固定|移动|服务|监督)?电话|手机|传真|邮(?:政编码|编|箱)|电子(?:邮[箱件]|信箱)|网址|微信公众号|(?:通讯|通信|办公|单位)?地址|责任人|具体经办|(?:分管|主要|领办|科室|处室)(?:负责人|领导))(?:及|和|与|、|[：:（(]|[^。]{0,24}\d|(?!电报)[\p{Script=Han}*]{2,4}$)/u;
const ATTACHMENTS = /^附[件表图]?(?:[：:]|[\d一二三四五六七八九十]{1,2}(?:[：:．.、]|$)|$)/;
const NUMBERED = /^[\d０-９]{1,2}\s*[．.、]\s*\S/;
const REMARK =
  /^[（(].{0,60}(?:公开|印发|网上|公布).{0,60}[）)]$|^(?:领导签[名字]|签发人?|审[核签]人?|会签|[拟核]稿人?|此件|(?:(?:政府|政务)?信息)?公开(?:属性|方式|选项|类[别型]|形式|范围|意见|情况|程度)|是否(?:同意)?公开|主动公开|依申请公开|不予公开|政务公开)|^(?:办理|答复|面商|见面|沟通)(?:类[别型]|结果|情况|程度|方式|形式|人)[：:]|^办理单位[：:]|^[主承协会分]办(?:单位|部门)?[：:]|^(?:(?:代表|委员)(?:意见|反馈)|满意度)[：:]|印发$/;
/** Lines about the printing of a letter, at the end of old office files. */
const PRINTING =
  /^主题词[：:]|^[（(]?共印[\d一二三四五六七八九十百]+份[）)]?$|^(?:打字|打印|排版)[：:].*校对/;
const SENTENCE_END = /[。！？；;!?]$/;

const isSignedDate = (text: string): boolean => {
  const date = findEndDate(text);
  return !!date && findBureaus(text.slice(0, text.trim().length - date.length)).length > 0;
};

/** Returns true if an entry of 附件 breaks between its lines: (含各县区 above, 及经开区) below. */
const isWithinBrackets = (above: Row | undefined, { text }: Row): boolean =>
  above !== undefined && unpairedMarks(above.text).length > 0 && unpairedMarks(text).length > 0;

/** Returns true if the last row continues a list of attachments that the first row begins. */
function continuesAttachments([label, ...entries]: Row[]): boolean {
  const folded = foldText(entries.at(-1)!.text);
  const listed = entries.every(
    (entry, index) => NUMBERED.test(entry.text) || isWithinBrackets(entries[index - 1], entry),
  );
  const belowLabel = entries.length === 1 && /^附件?[：:]?$/.test(foldText(label!.text));
  return (listed || belowLabel) && folded.length <= 60 && !SENTENCE_END.test(folded);
}

/** The rules in their order: the first that matches a line decides. */
const RULES: Rule[] = [
  { zone: 'head', becomes: { omitted: DIVIDER }, matches: ({ text }) => isDivider(text) },
  {
    zone: 'head',
    becomes: { part: 'doc' },
    matches: ({ text, above }) =>
      isDocumentNumber(text) && !above.some(({ part }) => part === 'doc'),
  },
  {
    zone: 'head',
    becomes: { omitted: '重复的文号' },
    matches: ({ text }) => isDocumentNumber(text),
  },
  { zone: 'head', becomes: { omitted: '红头' }, matches: ({ text }) => /文件$/.test(text) },
  {
    zone: 'head',
    becomes: { omitted: '标题上方的单位名称' },
    matches: ({ text, above }) => isBureau(text) && above.at(-1)?.omitted !== METADATA,
  },
  {
    zone: 'head',
    becomes: { omitted: METADATA },
    matches: ({ text, folded }) => isBureau(text) || /^\d{4}年/.test(folded),
  },
  {
    zone: 'end',
    becomes: { part: 'cc' },
    matches: ({ folded }) => COPIES_LABEL.test(folded),
    continues: (rows) =>
      !SENTENCE_END.test(rows[0]!.text) && foldText(rows.at(-1)!.text).length <= 100,
  },
  {
    zone: 'end',
    becomes: { part: 'contact' },
    matches: ({ folded }) => folded.length <= 120 && CONTACT.test(folded),
  },
  {
    zone: 'end',
    becomes: { part: 'attachments' },
    matches: ({ folded }) => ATTACHMENTS.test(folded),
    continues: continuesAttachments,
  },
  {
    zone: 'end',
    becomes: { part: 'category' },
    matches: ({ text }) => isLabelledCategory(text),
  },
  {
    zone: 'end',
    becomes: { part: 'remarks' },
    matches: ({ folded }) => folded.length <= 60 && REMARK.test(folded),
  },
  {
    zone: 'end',
    becomes: { omitted: '主题词和印制信息' },
    matches: ({ folded }) => PRINTING.test(folded),
  },
  { zone: 'end', becomes: { omitted: WEB_PAGE }, matches: ({ text }) => isBoilerplate(text) },
  {
    zone: 'end',
    becomes: { part: 'date' },
    matches: ({ text, folded }) => foldText(findEndDate(text) ?? '') === folded,
  },
  {
    zone: 'end',
    becomes: { part: 'sign' },
    matches: ({ text }) => findBureaus(text).length > 0 || isSignedDate(text),
  },
];

const findRule = (zone: Rule['zone'], text: string, above: Row[]): Rule | undefined => {
  const line = { text, folded: foldText(text), above };
  return RULES.find((rule) => rule.zone === zone && rule.matches(line));
};

/** The rule that matches a row above the body; `above` are the rows before it, as classified. */
export const findHeadRule = ({ text }: Row, above: Row[]): Rule | undefined =>
  findRule('head', text, above);

/** The rule of the letter's end that matches a line; undefined for a line that could belong to the body. */
export const findEndRule = (text: string): Rule | undefined => findRule('end', text, []);

/** The number of rows above a line within which the part that it continues may begin. */
const CONTINUATION = 6;

/** The rule of a part that row `index` continues: copies or attachments that begin above it. */
export function findContinuedRule(rows: Row[], index: number): Rule | undefined {
  for (let start = index - 1; start >= Math.max(0, index - CONTINUATION); start--) {
    const { text } = rows[start]!;
    const rule = findEndRule(text);
    if (rule?.continues) return rule.continues(rows.slice(start, index + 1)) ? rule : undefined;
    if (rule || SENTENCE_END.test(text)) return undefined;
  }
  return undefined;
}
