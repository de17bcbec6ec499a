import { foldText } from '../../language/fold.ts';
import type { Row } from '../rows.ts';

/** Why what a site says of a letter is no part of it. */
export const METADATA = '网站的著录信息';

/** What lines above a letter are called, by kind. */
const LABELS: [reason: string, labels: string][] = [
  ['办理类别', '(?:办理|答复|公开|建议|提案)?类[别型](?:标记|标识)?|办理结果|办理程度|面商情况'],
  ['签发人', '签发人?|会签人?'],
  ['文号', '文号|发文字号|文件编号|发文号|文件号'],
  [
    METADATA,
    [
      '索引号?|信息索引号?|信息编号|统一编号|统一登记号|登记号|公开目录|组配分类|主题分类|主题词|关键[词字]',
      '分类|体裁分类|体裁|(?:公文)?(?:文种|种类)|有效性|时效性?|效力状态|实施日期|废止日期|内容概述|概述|内容摘要|摘要',
      '(?:信息|文件|公文|建议|提案|议案)?(?:标题|名称|题目)|案由|(?:信息|稿件|文章|内容)?来源|作者|责任部门|责任单位',
      '(?:发布|公开|发文|制发|制作|信息公开|公布|提供|生成)(?:机构|机关|单位|部门|主体|者)',
      '(?:发布|公开|成文|发文|生成|印发|公布|更新|制发|答复|创建|上传|办理|办结)?(?:日期|时间)',
      '(?:信息)?公开(?:方式|属性|范围|形式|程度|选项)|是否公开|(?:服务对象|适用对象)',
      '(?:主|承|协|会|分)办(?:单位|部门)|(?:浏览|阅读|点击|访问)(?:次数|量|数)?|字[号体](?:大小)?|保护视力色',
      '(?:建议|提案|议案|案件)?(?:编号|号|序号)|案号|届次|届别|会议(?:届次|名称)?',
      '(?:领衔|主提|提议|提出|第一)?(?:代表|委员)(?:姓名)?|(?:提案|建议|提出|领衔|联名|附议)[人者]|提案单位|附议人?|联名人?',
    ].join('|'),
  ],
];
const PATTERNS = LABELS.map(([reason, labels]) => ({
  reason,
  labelled: new RegExp(`^[【[]?(?:${labels})[】\\]]?[：:]`),
  alone: new RegExp(`^[【[]?(?:${labels})[】\\]]?[：:]?$`),
}));

/** Bare values as sites print them: moments, index numbers, classes, openness. */
const VALUES: [reason: string, pattern: RegExp][] = [
  ['文号和签发人', /签发人?[：:]/],
  [
    '文号和办理类别',
    /^[\p{Script=Han}A-Za-z]{1,20}[〔【[(［〈]\d{4}[〕】\])］〉]第?\d{1,5}号[（(【[]?[A-D甲乙丙]类?[】\])）]?$/u,
  ],
  [
    '网站的栏目名称',
    /^[【[]?(?:(?:人大|政协)(?:代表|委员)?)?(?:建议|提案|议案)(?:提案)?(?:办理|答复|公开|结果|情况|专栏|选登)*[】\]]?$|^(?:政府)?信息公开$/,
  ],
  [
    METADATA,
    /^[[【(]?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\]】)]?$/,
  ],
  [METADATA, /^[\dA-Za-z]{4,}[-/—][\dA-Za-z/—-]{3,}$/],
  ['办理类别', /^[（(【[]?[A-D]类?[】\])）]?类?(?:\d{1,2})?$/],
  ['办理类别', /^[（(]?[主会分协]办件[）)]?$/],
  [
    '公开属性',
    /^[（(【[]?(?:主动公开|依申请公开|不予公开|(?:同意|可以|此件)?(?:全文)?公开(?:发布)?|有效)[】\])）]?$/,
  ],
];

/** 某政发〔2031〕5号, alone on its line. */
const DOCUMENT_NUMBER =
  /^[\p{Script=Han}A-Za-z]{1,20}[〔【[（(［〈]\d{4}[〕】\])）］〉]第?\d{1,5}号$/u;
export const isDocumentNumber = (text: string): boolean =>
  DOCUMENT_NUMBER.test(foldText(text).replace(/^[(【](.*)[)】]$/, '$1'));

const labelOf = (row: Row) => foldText(row.cells?.[0] ?? row.text);

/** What stands after the label of a row, squeezed. */
export const labelledValue = ({ text, cells }: Row): string =>
  foldText(cells ? cells.slice(1).join('') : text.replace(/^[^：:]{2,8}[：:]/, ''));

/** What a row says about the letter under a label, such as 发布日期：2031-05-06: the kind of it. */
export const labelKind = (row: Row): string | undefined =>
  PATTERNS.find(({ labelled, alone }) =>
    row.cells
      ? alone.test(labelOf(row)) || labelled.test(labelOf(row))
      : labelled.test(labelOf(row)),
  )?.reason;

/**
 * Marks the lines above a letter that are about it: with a label, with a label on the line before,
 * or a bare value. Gives label and value as `label：value`, for those who look for facts in them.
 */
export function omitMetadata(rows: Row[]): string[] {
  const said: string[] = [];
  rows.forEach((row, index) => {
    if (row.omitted) return;
    const text = foldText(row.text);
    const label = PATTERNS.find(({ alone }) => !row.cells && alone.test(text));
    const value = rows[index + 1];
    if (label && value && !/[：:]$/.test(value.text)) {
      row.omitted = label.reason;
      value.omitted = label.reason;
      said.push(`${text.replace(/[：:]$/, '')}：${value.text}`);
      return;
    }
    const reason =
      labelKind(row) ?? label?.reason ?? VALUES.find(([, pattern]) => pattern.test(text))?.[0];
    if (!reason) return;
    row.omitted = reason;
    const cells = row.cells?.map((cell) => cell.replace(/[：:]$/, ''));
    said.push(
      cells ? cells.reduce((all, cell, at) => all + (at % 2 ? '：' : ' ') + cell) : row.text,
    );
  });
  return said;
}
