import { isPhrase, isUnnumberedHeading, findOrdinal } from './headings.ts';
import { locateRow, type Question } from '../questions.ts';
import type { PassResult, Row } from '../rows.ts';

const ENDED = /[。！？；：;:!?.…”’）)】》〕\]]$/;
/** Matches 312个, which continues a sentence; not 1.、2）or 2031年, which may begin a sentence. */
const COUNT = /^\d+(?:\.\d+)?(?![\d.．、)）年])/;
/** The least width of a page's lines, and how much a full line may lack, in half characters. */
const [NARROWEST, LACKING] = [40, 4];

const isHeading = ({ text }: Row): boolean => {
  const found = findOrdinal(text);
  return found ? isPhrase(text.slice(found.length)) : isUnnumberedHeading(text);
};

/** The lines that fill the page, in a text whose lines were broken at a page's width. */
function findFullLines(rows: Row[]): Set<Row> {
  const lines = rows.filter(({ cells }) => !cells);
  const cut = lines.filter((row) => !ENDED.test(row.text) && !isHeading(row));
  const widest = Math.max(0, ...cut.map(({ width }) => width));
  const full = ({ width }: Row) => width >= widest - LACKING && width <= widest + LACKING;
  const cuts = cut.filter(full).length;
  const isCut = widest >= NARROWEST && cuts >= 3 && cuts * 2 >= cut.length;
  return new Set(isCut ? lines.filter(full) : []);
}

/**
 * Joins sentences that were broken by a page's end, a line's end or a blank line; `pageStarts` are the rows
 * that start a page. In a text with indented paragraphs, a line without an indent continues the paragraph
 * above.
 */
export function reflow(rows: Row[], pageStarts: Set<Row>): PassResult {
  const result: Row[] = [];
  const questions: Question[] = [];
  const full = findFullLines(rows);
  const indented = full.size > 0 && rows.filter(({ indent }) => indent > 0).length > 2;
  rows.forEach((row, index) => {
    const before = result.at(-1);
    const above = rows[index - 1];
    const structural =
      row.cells || before?.cells || findOrdinal(row.text) || isUnnumberedHeading(row.text);
    const wrapped =
      above && full.has(above) && (indented ? row.indent === 0 : !ENDED.test(above.text));
    const broken =
      before &&
      !structural &&
      (wrapped ||
        /[，、,]$/.test(before.text) ||
        /^[，。、；：）”》！？]/.test(row.text) ||
        (!ENDED.test(before.text) &&
          !isHeading(before) &&
          (pageStarts.has(row) || (COUNT.test(row.text) && before.width >= NARROWEST))));
    if (!broken) {
      result.push(row);
      return;
    }
    if (!wrapped)
      questions.push({
        where: locateRow(row),
        what: '上一行的句子没有完，与这一行接成一段；请看接得对不对',
      });
    const gap = /[\x21-\x7E]$/.test(before.text) && /^[\x21-\x7E]/.test(row.text) ? ' ' : '';
    result[result.length - 1] = { ...before, text: before.text + gap + row.text };
  });
  if (full.size > 0)
    questions.push({
      where: '正文',
      what: '每行一样长，看来是按页宽断开的，照句子接成了段；请看分段对不对',
    });
  return { rows: result, questions };
}
