import { isRealDate, parsePrintedDate } from '../../language/dates.ts';
import { foldText } from '../../language/fold.ts';

/** What a text says of times gone by, from which a date before them cannot be right. */
const GONE = [
  /截[至止](?:到|目前)?(\d{4})年(?:(\d{1,2})月)?底?/g,
  /[〔[【(](\d{4})[〕\]】)]\d+号/g,
  /(?<![到至在于])(\d{4})年(?:(\d{1,2})月)?(?:底|末|份|全年)?[,，]?(?:我[局市县区委厅]|全[省市县区])?(?:累计|共|已|荣获)/g,
];
/** What a sentence without any word of plans, outside the next steps, says of a year. */
const DONE =
  /(?<![到至在于])(\d{4})年(?:(\d{1,2})月)?(?:底|末|份|全年)?[,，]?(?:我[局市县区委厅]|全[省市县区])?(?:完成|新增|实现|出台|印发|建成)/g;
const PLANS =
  /将|拟|计划|规划|力争|争取|预计|预期|确保|目标|下一?步|下一?阶段|今后|未来|打算|继续|届时|力求|逐步|有望|前(?:完成|建成|实现)/;

/** A text without its sentences about what is to come. */
function pastOf(plain: string): string {
  const steps = plain.search(/[一二三四五六七八九]、(?:下一?步|今后|下一?阶段|工作打算)/);
  const past = steps < 0 ? plain : plain.slice(0, steps);
  return (past.match(/[^。;!]+/g) ?? []).filter((sentence) => !PLANS.test(sentence)).join('。');
}

/** The phrases of a text that speak of times after a date as of times gone by. */
export function laterThan([year = 0, month = 12]: number[], text: string): string[] {
  const plain = foldText(text);
  const stated = GONE.flatMap((pattern) => [...plain.matchAll(pattern)]);
  const phrases = [...stated, ...pastOf(plain).matchAll(DONE)].flatMap(
    ({ 0: phrase, 1: other = '', 2: others = /年底$/.test(phrase) ? '12' : '0' }) =>
      Number(other) > year || (Number(other) === year && Number(others) > month)
        ? phrase.replaceAll(',', '，')
        : [],
  );
  return [...new Set(phrases)];
}

/** A date as its edition has it; `note` says why it is in doubt. */
export interface DateFacts {
  printed: string;
  edtf: string;
  note?: string;
}

const edtf = (parts: number[]) => parts.map((part) => String(part).padStart(2, '0')).join('-');

/**
 * The facts of a printed date: with its doubt, where the calendar lacks it, the text speaks of later
 * times, or it lies after `today` (`2026-11-23`).
 */
export function dateFacts(printed: string, text: string, today: string): DateFacts {
  const parts = parsePrintedDate(printed) ?? [];
  let real = parts;
  while (real.length > 1 && !isRealDate(real)) real = real.slice(0, -1);
  const later = laterThan(parts, text);
  const note =
    real.length < parts.length
      ? `原文落款为“${printed}”，日历上没有这一天。此处照录，待发文机关核实。`
      : later.length > 0
        ? `原文落款为“${printed}”，文中却有晚于这一天的内容：${later.map((one) => `“${one}”`).join('、')}。此处照录，待发文机关核实。`
        : edtf(parts) > today
          ? `原文落款为“${printed}”，晚于本站公布这份答复的日期。此处照录，待发文机关核实。`
          : undefined;
  return { printed, edtf: edtf(real) + (note ? '?' : ''), ...(note && { note }) };
}
