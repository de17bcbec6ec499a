import { ordinalOf, isPhrase, isUnnumbered } from './headings.ts';
import { place, type Ask } from './questions.ts';
import type { Row } from './rows.ts';

const ENDED = /[。！？；：;:!?.…”’）)】》〕\]]$/;
/** 312个 goes on with a sentence; 1.、2）and 2031年 may begin one. */
const COUNT = /^\d+(?:\.\d+)?(?![\d.．、)）年])/;
/** Shorter lines are no lines of a page. */
const NARROWEST = 20;

/** How many characters the lines of a text hold that was cut to a page's width; none for another text. */
function pageWidth(rows: Row[]): number {
  const cut = rows.flatMap(({ text, cells }) => (cells || ENDED.test(text) ? [] : text.length));
  const widest = Math.max(0, ...cut);
  const full = cut.filter((length) => length >= widest - 2).length;
  return widest >= NARROWEST && full >= 3 && full * 2 >= cut.length ? widest : Infinity;
}

/** Joins what a page's end, a line's end or a blank line broke within a sentence; `broken` are the rows before which a page ended. */
export function joined(rows: Row[], broken: Set<Row>, ask: Ask): Row[] {
  const result: Row[] = [];
  const width = pageWidth(rows);
  let last: Row | undefined;
  for (const row of rows) {
    const before = result.at(-1);
    const structural = row.cells || before?.cells || ordinalOf(row.text) || isUnnumbered(row.text);
    const cut =
      before &&
      last &&
      !structural &&
      (/[，、,]$/.test(before.text) ||
        /^[，。、；：）”》！？]/.test(row.text) ||
        (!ENDED.test(before.text) &&
          ((broken.has(row) && !isHeading(before)) ||
            last.text.length >= width - 2 ||
            (COUNT.test(row.text) && before.text.length > NARROWEST && !isHeading(before)))));
    last = row;
    if (!cut) {
      result.push(row);
      continue;
    }
    ask(place(row), '上一行的句子没有完，与这一行接成一段；请看接得对不对');
    const gap = /[\x21-\x7E]$/.test(before.text) && /^[\x21-\x7E]/.test(row.text) ? ' ' : '';
    result[result.length - 1] = { ...before, text: before.text + gap + row.text };
  }
  return result;
}

const isHeading = ({ text }: Row): boolean => {
  const found = ordinalOf(text);
  return found ? isPhrase(text.slice(found.length)) : isUnnumbered(text);
};
