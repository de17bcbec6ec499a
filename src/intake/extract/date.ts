import { isRealDate, parsePrintedDate } from '../../language/dates.ts';
import { foldText } from '../../language/fold.ts';

/** Statements about the past. A letter that makes them about a time after its date is dated wrongly. */
const PAST = [
  /截[至止](?:到|目前)?(\d{4})年(?:(\d{1,2})月)?底?/g,
  /[〔[【(](\d{4})[〕\]】)]\d+号/g,
  /(?<![到至在于])(\d{4})年(?:(\d{1,2})月)?(?:底|末|份|全年)?[,，]?(?:我[局市县区委厅]|全[省市县区])?(?:累计|共|已|荣获)/g,
];
/** Statements about the past in a sentence without words of plans, outside the next steps. */
const DONE =
  /(?<![到至在于])(\d{4})年(?:(\d{1,2})月)?(?:底|末|份|全年)?[,，]?(?:我[局市县区委厅]|全[省市县区])?(?:完成|新增|实现|出台|印发|建成)/g;
const PLANS =
  /将|拟|计划|规划|力争|争取|预计|预期|确保|目标|下一?步|下一?阶段|今后|未来|打算|继续|届时|力求|逐步|有望|前(?:完成|建成|实现)/;

/** The sentences of a text that are not about plans. */
function removePlans(plain: string): string {
  const steps = plain.search(/[一二三四五六七八九]、(?:下一?步|今后|下一?阶段|工作打算)/);
  const past = steps < 0 ? plain : plain.slice(0, steps);
  return (past.match(/[^。;!]+/g) ?? []).filter((sentence) => !PLANS.test(sentence)).join('。');
}

/** The phrases of a text that state as past what lies after a date, [year, month]. */
export function findLaterPast([year = 0, month = 12]: number[], text: string): string[] {
  const plain = foldText(text);
  const stated = PAST.flatMap((pattern) => [...plain.matchAll(pattern)]);
  const phrases = [...stated, ...removePlans(plain).matchAll(DONE)].flatMap(
    ({ 0: phrase, 1: other = '', 2: others = /年底$/.test(phrase) ? '12' : '0' }) =>
      Number(other) > year || (Number(other) === year && Number(others) > month)
        ? phrase.replaceAll(',', '，')
        : [],
  );
  return [...new Set(phrases)];
}

/** A date as in the front matter; `note` states in Chinese why it is doubtful. */
export interface DateFacts {
  printed: string;
  edtf: string;
  note?: string;
}

const formatEdtf = (parts: number[]) =>
  parts.map((part) => String(part).padStart(2, '0')).join('-');

/**
 * The facts of a printed date. It is marked as doubtful if it is not in the calendar, if the text
 * states as past what lies after it, or if it lies after `today` (`2026-11-23`).
 */
export function composeDate(printed: string, text: string, today: string): DateFacts {
  const parts = parsePrintedDate(printed) ?? [];
  let real = parts;
  while (real.length > 1 && !isRealDate(real)) real = real.slice(0, -1);
  const later = findLaterPast(parts, text);
  const doubts: [test: boolean, reason: string][] = [
    [real.length < parts.length, '，日历上没有这一天'],
    [
      later.length > 0,
      `，文中却有晚于这一天的内容：${later.map((phrase) => `“${phrase}”`).join('、')}`,
    ],
    [formatEdtf(parts) > today, '，晚于本站公布这份答复的日期'],
  ];
  const reason = doubts.find(([test]) => test)?.[1];
  const note = reason && `原文落款为“${printed}”${reason}。此处照录，待发文机关核实。`;
  return { printed, edtf: formatEdtf(real) + (note ? '?' : ''), ...(note && { note }) };
}
