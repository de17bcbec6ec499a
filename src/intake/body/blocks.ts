import { foldVariants } from '../../language/fold.ts';
import {
  isPhrase,
  isUnnumbered,
  opensNextSteps,
  ordinalOf,
  runIn,
  type Ordinal,
} from './headings.ts';
import { reflow } from './reflow.ts';
import type { Ask } from '../questions.ts';
import type { Row } from '../rows.ts';

/** A heading; `ordinal` as printed, none where the letter prints none; `supplied` where it is ours. */
export interface HeadingItem {
  type: 'heading';
  level: 2 | 3;
  ordinal: string | null;
  text: string;
  supplied: boolean;
}
export type BodyBlock =
  | HeadingItem
  | { type: 'paragraph'; text: string; line: number }
  | { type: 'table'; rows: string[][]; line: number }
  | { type: 'closing' };

const THANKS =
  /^(?:最后|感谢|衷心|再次|非常感谢|十分感谢|真诚|诚挚|诚恳|特此|专此|此复|此致|敬礼|以上(?:答复|回复|意见|是)|欢迎|希望(?:您|你|各位|贵)|(?:如|若)(?:您|你|对|有|贵)|(?:您|你们?)对|恳请|敬请|请(?:您|你|将|填|对|在|予)|谢谢|顺(?:祝|颂|致)|对(?:您|你)|《?.{0,12}征询意见)/;

/** The heading with which a row begins, and the words after it, if any. */
function headingIn(
  row: Row,
  found: Ordinal | undefined,
): { text: string; rest: string } | undefined {
  if (!found || row.cells) return undefined;
  const { level, length } = found;
  if (isPhrase(row.text.slice(length))) return { text: row.text, rest: '' };
  // （一）短语。…… stays one paragraph; 一、短语。…… is a measure with its heading.
  const text = level === 2 ? runIn(row.text, length) : undefined;
  return text === undefined ? undefined : { text, rest: row.text.slice(text.length).trim() };
}

/** Rows as headings, paragraphs and tables. */
function itemsOf(rows: Row[]): BodyBlock[] {
  const items: BodyBlock[] = [];
  const numbered = rows.some((row) => headingIn(row, ordinalOf(row.text))?.text);
  const unnumbered = rows.filter((row) => !row.cells && isUnnumbered(row.text)).length;
  const levels = new Set(
    rows.flatMap((row) => (headingIn(row, ordinalOf(row.text)) ? ordinalOf(row.text)!.level : [])),
  );
  rows.forEach((row, index) => {
    const { line } = row;
    if (row.cells && (rows[index - 1]?.cells || rows[index + 1]?.cells)) {
      const last = items.at(-1);
      if (last?.type === 'table' && last.rows[0]?.length === row.cells.length)
        last.rows.push(row.cells);
      else items.push({ type: 'table', rows: [row.cells], line });
      return;
    }
    const found = ordinalOf(row.text);
    const heading = headingIn(row, found);
    const under =
      levels.has(2) && items.some((item) => item.type === 'heading' && item.level === 2);
    if (heading && found && (found.level === 2 || under || !levels.has(2))) {
      const level = levels.has(2) ? found.level : 2;
      items.push({
        type: 'heading',
        level,
        ordinal: found.ordinal,
        text: heading.text,
        supplied: false,
      });
      if (heading.rest) items.push({ type: 'paragraph', text: heading.rest, line });
    } else if (!found && isUnnumbered(row.text) && (unnumbered > 1 || (numbered && index > 0)))
      items.push({ type: 'heading', level: 2, ordinal: null, text: row.text, supplied: false });
    else if (row.text)
      items.push({ type: 'paragraph', text: row.text.replaceAll('\t', ' '), line });
  });
  return items;
}

const isMeasure = (item: BodyBlock | undefined) => item?.type === 'heading' && item.level === 2;

/** Puts the mark of the closing before its first paragraph. */
function withClosing(items: BodyBlock[]): BodyBlock[] {
  let start = items.length;
  while (items.length - start < 5) {
    const item = items[start - 1];
    if (
      item?.type !== 'paragraph' ||
      item.text.length > 200 ||
      !THANKS.test(foldVariants(item.text))
    )
      break;
    start--;
  }
  // A heading needs words, and a letter more than its closing.
  while (start < items.length && (start === 0 || items[start - 1]?.type === 'heading')) start++;
  return start === items.length
    ? items
    : [...items.slice(0, start), { type: 'closing' }, ...items.slice(start)];
}

/** Puts our heading before next steps that stand after the last measure without one of their own. */
function withNextSteps(items: BodyBlock[]): BodyBlock[] {
  const last = items.findLastIndex(isMeasure);
  if (last < 0) return items;
  const steps = items.flatMap((item, index) =>
    item.type === 'paragraph' && opensNextSteps(item.text) ? index : [],
  );
  const [first] = steps;
  // Where a measure before has its own next steps, or is them, so does the last one.
  const heading = items[last];
  const own = heading?.type === 'heading' && /下一?步|下一?阶段|今后|打算/.test(heading.text);
  if (first === undefined || first < last + 2 || own) return items;
  const ours: BodyBlock = {
    type: 'heading',
    level: 2,
    ordinal: null,
    text: '下一步',
    supplied: true,
  };
  return [...items.slice(0, first), ours, ...items.slice(first)];
}

/** The body of a letter; `broken` are the rows before which a page ended. */
export const readBody = (rows: Row[], broken: Set<Row>, ask: Ask): BodyBlock[] =>
  withClosing(withNextSteps(itemsOf(reflow(rows, broken, ask))));
