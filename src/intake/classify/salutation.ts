import { findDisclosureMarks } from '../../disclosure/marks.ts';
import { foldText, foldVariants } from '../../language/fold.ts';
import { locateRow } from '../questions.ts';
import { classifyAlike, splitRow, type Pass, type Row } from '../rows.ts';
import { isBoilerplate } from './boilerplate.ts';
import { isTitle } from './title.ts';

/** Words for persons who make proposals, as alternatives of a pattern. */
export const PERSON = '代表|委员|先生|女士|同志';
const ORGANISATION =
  '委员会|[省市区县]委|界别?|小组|专委会|工商联|民革|民建|民盟|民进|农工党|致公党|九三学社|台盟|支部|总支|基层委|联合会|委会|协会|商会|妇联|侨联|科协|文联|团委|人民团体|工作站|联络站|代表团|工委|党派|知联会|学会';
/** Words in the first sentence of a reply. */
const OPENING =
  /(?:你|您|贵)[^。]{0,80}(?:提出|提交|所提|反映|来函|建议|提案)|收悉|已悉|[》”）)]悉[，。]?|(?:提出|提交)的[^。]{2,60}(?:建议|提案|议案)|答复如下/;
/** Opens a salutation such as 致：某某. */
const TO = /^致[：:]/;
/** Words that no salutation has. */
const NEVER = /[。！？；《》]|如下|答复|复函|建议|提案/;

/** Returns true for the first sentence of a reply. */
export const isOpening = (text: string): boolean => OPENING.test(foldText(text));

/** Returns true if a line addresses somebody and its folded text matches `end`. */
export function isAddress(text: string, end: RegExp): boolean {
  const plain = foldText(text);
  if (plain.length > 150 || !end.test(plain)) return false;
  const words = plain.replace(/[：:，,]$/, '').replace(TO, '');
  if (NEVER.test(words) || /[：:]/.test(words)) return false;
  return (
    /代表|委员/.test(words) ||
    new RegExp(`(?:${PERSON})(?:们|等)?(?:[（(][^）)]*[）)])?(?:[，,]?[你您]们?好)?$`).test(
      words,
    ) ||
    new RegExp(`(?:${ORGANISATION})(?:[（(][^）)]*[）)])?$`).test(words)
  );
}

/** Returns true for a row with a colon right above the opening, whomever it addresses. */
const isAboveOpening = (row: Row, next: Row): boolean =>
  isOpening(next.text) &&
  next.text.length > 12 &&
  /^[^：:]{2,60}[：:]$/.test(foldText(row.text)) &&
  !NEVER.test(row.text) &&
  !row.cells;

const NAME = '[\\p{Script=Han}*＊×·]{2,20}';
/** Matches a line of names: 甲乙、丙丁、 or 甲乙  丙丁. */
const NAMES = new RegExp(`^${NAME}(?:[、，,\\s]+${NAME})+[、，,]?$|^${NAME}[、，,]$`, 'u');

/** Returns true for a line of names: neither a title nor a mark such as 内部资料，注意保存. */
const hasNames = ({ text }: Row): boolean =>
  NAMES.test(text) && !isTitle(text) && findDisclosureMarks([text]).length === 0;

/** The lines of names right above row `end` with which its salutation begins. */
const findNamesAbove = (rows: Row[], end: number): Row[] =>
  rows.slice(rows.slice(0, end).findLastIndex((row) => !hasNames(row)) + 1, end);

/** Matches a salutation in one paragraph with the opening. */
const RUN_IN = new RegExp(
  `^((?:尊敬的)?[^。：:《]{2,80}?(?:${PERSON}|${ORGANISATION})[^。：:《]{0,12}[：:])(?=\\s*(?:你|您|贵|首先|非常|衷心|感谢|在))`,
);

/** The number of rows in which the opening is searched, and the salutation if there is no opening. */
const [REACH, REACH_WITHOUT_OPENING] = [60, 30];

const includedRows = (rows: Row[]) => rows.filter(({ omitted }) => !omitted);

/** The row that opens the reply, among the first rows of a file. */
export const findOpening = (rows: Row[]): Row | undefined =>
  includedRows(rows)
    .slice(0, REACH)
    .find(
      ({ text }) => isOpening(text) && text.length > 12 && !isTitle(text) && !isBoilerplate(text),
    );

/** Classifies the salutation. If it is in a paragraph with the opening, it is cut off. */
export const classifySalutation: Pass = (rows) => {
  const included = includedRows(rows);
  const opening = findOpening(rows);
  const reach = opening ? included.indexOf(opening) + 1 : REACH_WITHOUT_OPENING;
  for (const [index, row] of included.slice(0, reach).entries()) {
    const match = RUN_IN.exec(foldVariants(row.text));
    if (match && !row.cells) {
      const [salutation, rest] = splitRow(row, match[1]!.length);
      const pieces: Row[] = [{ ...salutation, part: 'to' }, rest];
      return { rows: rows.flatMap((other) => (other === row ? pieces : other)), questions: [] };
    }
    const next = included[index + 1];
    const colon = isAddress(row.text, /[：:]$/) || (next && isAboveOpening(row, next));
    if (colon || (next && isOpening(next.text) && isAddress(row.text, /[^：:。]$/))) {
      const below = included.slice(index + 1);
      const end = below.findIndex(({ text }) => !isAddress(text, /[：:]$/));
      const lines = [...findNamesAbove(included, index), row, ...below.slice(0, Math.max(end, 0))];
      return {
        rows: classifyAlike(rows, lines, { part: 'to' }),
        questions:
          colon || TO.test(foldText(row.text))
            ? []
            : [{ where: locateRow(row), what: '称呼后面没有冒号，照录' }],
      };
    }
  }
  return { rows, questions: [] };
};
