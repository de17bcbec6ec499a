import { isPhrase, isUnnumbered, ordinalOf } from './headings.ts';
import { rowLocation, type Ask } from '../questions.ts';
import type { Row } from '../rows.ts';

const ENDED = /[。！？；：;:!?.…”’）)】》〕\]]$/;
/** 312个 goes on with a sentence; 1.、2）and 2031年 may begin one. */
const COUNT = /^\d+(?:\.\d+)?(?![\d.．、)）年])/;
/** In half characters: the lines of a page are not shorter, and at their end lacks no more. */
const [NARROWEST, LACKING] = [40, 4];

const isHeading = ({ text }: Row): boolean => {
  const found = ordinalOf(text);
  return found ? isPhrase(text.slice(found.length)) : isUnnumbered(text);
};

/** The lines that fill a page's width, of a text that was cut to one; none of another text. */
function fullLines(rows: Row[]): Set<Row> {
  const lines = rows.filter(({ cells }) => !cells);
  const cut = lines.filter((row) => !ENDED.test(row.text) && !isHeading(row));
  const widest = Math.max(0, ...cut.map(({ width }) => width));
  const full = ({ width }: Row) => width >= widest - LACKING && width <= widest + LACKING;
  const cuts = cut.filter(full).length;
  const isCut = widest >= NARROWEST && cuts >= 3 && cuts * 2 >= cut.length;
  return new Set(isCut ? lines.filter(full) : []);
}

/**
 * Joins what a page's end, a line's end or a blank line broke within a sentence; `broken` are the
 * rows before which a page ended. Where paragraphs are indented, a line that is not goes on with one.
 */
export function reflow(rows: Row[], broken: Set<Row>, ask: Ask): Row[] {
  const result: Row[] = [];
  const full = fullLines(rows);
  const indented = full.size > 0 && rows.filter(({ indent }) => indent > 0).length > 2;
  rows.forEach((row, index) => {
    const before = result.at(-1);
    const above = rows[index - 1];
    const structural = row.cells || before?.cells || ordinalOf(row.text) || isUnnumbered(row.text);
    const wrapped =
      above && full.has(above) && (indented ? row.indent === 0 : !ENDED.test(above.text));
    const cut =
      before &&
      !structural &&
      (wrapped ||
        /[，、,]$/.test(before.text) ||
        /^[，。、；：）”》！？]/.test(row.text) ||
        (!ENDED.test(before.text) &&
          !isHeading(before) &&
          (broken.has(row) || (COUNT.test(row.text) && before.width >= NARROWEST))));
    if (!cut) {
      result.push(row);
      return;
    }
    if (!wrapped) ask(rowLocation(row), '上一行的句子没有完，与这一行接成一段；请看接得对不对');
    const gap = /[\x21-\x7E]$/.test(before.text) && /^[\x21-\x7E]/.test(row.text) ? ' ' : '';
    result[result.length - 1] = { ...before, text: before.text + gap + row.text };
  });
  if (full.size > 0) ask('正文', '每行一样长，看来是按页宽断开的，照句子接成了段；请看分段对不对');
  return result;
}
