import { foldText } from '../../language/fold.ts';
import { foldVariants } from '../../language/fold.ts';
import { rowLocation, type Ask } from '../questions.ts';
import { splitRow, type Row } from '../rows.ts';

const PERSON = '代表|委员|先生|女士|同志';
const ORGANISATION =
  '委员会|[省市区县]委|界别?|小组|专委会|工商联|民革|民建|民盟|民进|农工党|致公党|九三学社|台盟|支部|总支|基层委|联合会|委会|协会|商会|妇联|侨联|科协|文联|团委|人民团体|工作站|联络站|代表团|工委|党派|知联会|学会';
/** Words of the first sentence of a reply. */
const OPENING =
  /(?:你|您|贵)[^。]{0,80}(?:提出|提交|所提|反映|来函|建议|提案)|收悉|已悉|[》”）)]悉[，。]?|(?:提出|提交)的[^。]{2,60}(?:建议|提案|议案)|答复如下/;
/** 致：某某 */
const TO = /^致[：:]/;
const NEVER = /[。！？；《》]|如下|答复|复函|建议|提案/;

/** Whether a row opens a reply. */
export const isOpening = (text: string): boolean => OPENING.test(foldText(text));

/** Whether a row addresses somebody; `colon` is what it must end with. */
function addresses(text: string, colon: RegExp): boolean {
  const plain = foldText(text);
  if (plain.length > 150 || !colon.test(plain)) return false;
  const words = plain.replace(/[：:，,]$/, '').replace(TO, '');
  if (NEVER.test(words) || /[：:]/.test(words)) return false;
  return new RegExp(`(?:${PERSON})(?:们|等)?(?:[（(][^）)]*[）)])?(?:[，,]?[你您]们?好)?$`).test(
    words,
  ) || /(?:代表|委员)/.test(words)
    ? true
    : new RegExp(`(?:${ORGANISATION})(?:[（(][^）)]*[）)])?$`).test(words);
}

/** Whether a row with a colon stands right above the opening, whatever it calls those addressed. */
const standsAbove = (row: Row, next: Row): boolean =>
  isOpening(next.text) &&
  next.text.length > 12 &&
  /^[^：:]{2,60}[：:]$/.test(foldText(row.text)) &&
  !NEVER.test(row.text) &&
  !row.cells;

const NAME = '[\\p{Script=Han}*＊×·]{2,20}';
/** Names alone: 甲乙、丙丁、 or 甲乙  丙丁. */
const NAMES = new RegExp(`^${NAME}(?:[、，,\\s]+${NAME})+[、，,]?$|^${NAME}[、，,]$`, 'u');

/** The lines right above the last one of a salutation on which it began. */
function namesAbove(rows: Row[], last: Row): Row[] {
  const end = rows.indexOf(last);
  let start = end;
  while (start > 0 && NAMES.test(rows[start - 1]!.text) && !isTitle(rows[start - 1]!.text)) start--;
  return rows.slice(start, end);
}

const RUN_IN = new RegExp(
  `^((?:尊敬的)?[^。：:《]{2,80}?(?:${PERSON}|${ORGANISATION})[^。：:《]{0,12}[：:])(?=\\s*(?:你|您|贵|首先|非常|衷心|感谢|在))`,
);

/**
 * Marks the salutation among the rows above the body, and gives the body's first row. A salutation
 * in one paragraph with the opening is cut from it.
 */
export function markSalutation(rows: Row[], ask: Ask): Row | undefined {
  const unmarked = () => rows.filter(({ omitted }) => !omitted);
  const first = unmarked().slice(0, 60);
  const before = first.findIndex(
    ({ text }) => isOpening(text) && text.length > 12 && !isTitle(text),
  );
  const above = before < 0 ? first.slice(0, 30) : first.slice(0, before + 1);
  for (const row of above) {
    const match = RUN_IN.exec(foldVariants(row.text));
    if (match && !row.cells) {
      const [salutation, rest] = splitRow(rows, row, match[1]!.length);
      salutation.part = 'to';
      return rest;
    }
    const next = unmarked()[unmarked().indexOf(row) + 1];
    const colon = addresses(row.text, /[：:]$/) || (next && standsAbove(row, next));
    if (colon || (next && isOpening(next.text) && addresses(row.text, /[^：:。]$/))) {
      if (!colon && !TO.test(foldText(row.text))) ask(rowLocation(row), '称呼后面没有冒号，照录');
      const all = unmarked();
      const end = all.indexOf(row) + 1;
      const below = all.slice(end).findIndex(({ text }) => !addresses(text, /[：:]$/));
      const last = below < 0 ? end : end + below;
      for (const line of [...namesAbove(all, row), row, ...all.slice(end, last)]) line.part = 'to';
      return all[last];
    }
  }
  return before < 0 ? undefined : first[before];
}

/** Whether a row could be the title of a reply, or its last line. */
export const isTitle = (text: string): boolean =>
  /(?:答复|复函|回复|回函|复文|的函|答复函|办理情况|办复情况|情况说明|意见|摘要|说明)(?:[（(【][^（()）】]*[）)】])?$/.test(
    foldText(text),
  ) && !/[。；，]$/.test(text);

/** One name of several that stand with a space between them; a space within a name is none. */
function firstName(names: string): string {
  const parts = names.trim().split(/\s+/);
  return parts.every((part) => part.length > 1) ? parts[0]! : parts.join('');
}

/** The first of those addressed, a person or an organisation; undefined where nobody is named. */
export function leadOf(salutation: string): string | undefined {
  const plain = foldVariants(salutation);
  const words = plain
    .replace(/[：:，,]\s*$/, '')
    .replace(/^\s*致[：:]/, '')
    .replace(/^\s*尊敬的/, '')
    .replace(
      /^(?:[省市区县]?(?:人大|政协)?(?:代表|委员))(?=[\p{Script=Han}*＊×]{2,4}(?:$|[、，,等]))/u,
      '',
    );
  const several = words.split(/[、，,；;（(]/)[0] ?? '';
  const person = new RegExp(
    `^(.+?)\\s*(?:等|(?:[省市区县]?(?:人大|政协)?(?:${PERSON})(?![会团])))`,
  ).exec(several)?.[1];
  const name = firstName(person ?? several);
  if (/^(?:各位|诸位|全体|各|)$/.test(name)) return undefined;
  const at = plain.indexOf(name);
  return at < 0 ? name : salutation.slice(at, at + name.length);
}
