import { visibleText } from '../../language/hidden.ts';
import { parsePrintedDate } from '../../language/dates.ts';
import { foldVariants } from '../../language/fold.ts';

/** The last characters of bureaus' names. */
const ENDS =
  /(?:局|委员会|委|办公室|办|政府|厅|院|处|中心|公司|会|[总支大中]队|[残妇文侨社]联|工商联|科协|团[市县区]?委|党校|银行|支行|分行|部|站|所|社|学校|大学|学院|集团|联社|街道|镇|乡|园区|开发区|税务|海关)$/;
/** The label of a signature in a form, which is no part of the name. */
const LABEL = /^(?:署名|落款|签章|盖章|(?:承办|答复|发文|主办)(?:单位|机关|部门))$/;
const SEAL = /[（(](?:盖?公?印?章|代章|加盖公章)[）)]$/;
const stripSeal = (text: string) => visibleText(text).replace(SEAL, '');

/** Returns true for a text that is a bureau's name and nothing else. */
export const isBureau = (text: string): boolean =>
  /^[\p{Script=Han}（）()*＊×·]{3,40}$/u.test(stripSeal(text)) &&
  ENDS.test(foldVariants(stripSeal(text)));

/** A label before a bureau's name on one line, as in 答复单位：某某局. */
const LABELLED = /^(?:署名|落款|签章|(?:答复|发文)(?:单位|机关|部门))\s*[：:]\s*/;

/** The bureaus that a line consists of: 甲局  乙局, 甲局、乙局（盖章）; 水 利 局 is a single bureau. Empty for other lines. */
export function findBureaus(line: string): string[] {
  const parts = line
    .trim()
    .replace(LABELLED, '')
    .split(/[、，,；;\s]+/)
    .filter(Boolean);
  if (parts.length > 1 && LABEL.test(parts[0]!)) return [];
  // Words of four or more characters are names if the last is a name; the words of 水 利 局 are characters.
  const names =
    parts.length > 1 &&
    parts.every((part) => /^\p{Script=Han}{4,}$/u.test(part)) &&
    isBureau(parts.at(-1)!);
  if (names || parts.every(isBureau)) return parts.map(stripSeal);
  return isBureau(line) ? [stripSeal(line)] : [];
}

const DATE =
  /(?:[\d０-９]{4}|[二一][〇○零0OＯО一二三四五六七八九\d]{3})\s*(?:年\s*[\d０-９〇○零OＯО一二三四五六七八九十]{1,3}\s*月(?:\s*[\d０-９〇○零OＯО一二三四五六七八九十]{1,3}\s*日)?|([-./])\d{1,2}\1\d{1,2})$/;

/** The date at the end of a line, as printed; undefined if there is none. */
export function findEndDate(line: string): string | undefined {
  const text = line.trim();
  const found = DATE.exec(foldVariants(text))?.[0];
  const date = found && text.slice(-found.length);
  return date && parsePrintedDate(date) ? date : undefined;
}
