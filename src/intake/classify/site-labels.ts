import { foldText } from '../../language/fold.ts';
import {
  classifyRows,
  unclassifiedHead,
  type Classification,
  type Pass,
  type Row,
} from '../rows.ts';

/** The reason for omitting a website's description of the letter. */
export const METADATA = '网站的著录信息';

/** Labels of the lines that websites print above a letter, by the reason for their omission. */
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

/** Values that websites print without a label: times, index numbers, classes, openness. */
const VALUES: [reason: string, pattern: RegExp][] = [
  ['文号和签发人', /签发人?[：:]/],
  [
    '网站的栏目名称',
    /^[【[]?(?:(?:人大|政协)(?:代表|委员)?)?(?:建议|提案|议案)(?:提案)?(?:办理|答复|公开|结果|情况|专栏|选登)*[】\]]?$|^(?:政[府务])?信息公开$|^政务公开$|^\p{Script=Han}{2,20}(?:门户网站|政府网站?|信息网|公众网|政务网)$/u,
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

/** The kind of a line that a website prints without a label; undefined for other lines. */
export const findValueKind = (text: string): string | undefined =>
  VALUES.find(([, pattern]) => pattern.test(foldText(text)))?.[0];

/** The first words of a row: those of its first cell with words, or its line. */
const readLabel = ({ text, cells = [text] }: Row) => foldText(cells.find(Boolean) ?? '');

/** The words after the label of a row, folded. */
export const readLabelledValue = ({ text, cells }: Row): string =>
  foldText(cells ? cells.slice(1).join('') : text.replace(/^[^：:]{2,8}[：:]/, ''));

/** The kind of a row's label, such as 发布日期：2031-05-06; undefined for a row without a label. */
export const findLabelKind = (row: Row): string | undefined =>
  PATTERNS.find(({ labelled, alone }) =>
    row.cells
      ? alone.test(readLabel(row)) || labelled.test(readLabel(row))
      : labelled.test(readLabel(row)),
  )?.reason;

/** Cells as `label：value label：value`. */
function joinPairs(cells: string[]): string {
  const plain = cells.map((cell) => cell.replace(/[：:]$/, ''));
  const pairs = plain.flatMap((_, index) => (index % 2 ? [] : [plain.slice(index, index + 2)]));
  return pairs.map((pair) => pair.join('：')).join(' ');
}

/**
 * Omits the lines above the body with which a website describes the letter: a label and its value,
 * a label with its value on the next line, or a bare value.
 */
export const omitMetadata: Pass = (rows) => {
  const head = unclassifiedHead(rows);
  const found = new Map<Row, Classification>();
  head.forEach((row, index) => {
    if (found.has(row)) return;
    const text = foldText(row.text);
    const label = PATTERNS.find(({ alone }) => !row.cells && alone.test(text));
    const next = head[index + 1];
    if (label && next && !/[：:]$/.test(next.text)) {
      const metadata = `${text.replace(/[：:]$/, '')}：${next.text}`;
      found.set(row, { omitted: label.reason, metadata });
      found.set(next, { omitted: label.reason });
      return;
    }
    const omitted = findLabelKind(row) ?? label?.reason ?? findValueKind(row.text);
    if (omitted) found.set(row, { omitted, metadata: row.cells ? joinPairs(row.cells) : row.text });
  });
  return { rows: classifyRows(rows, found), questions: [] };
};
