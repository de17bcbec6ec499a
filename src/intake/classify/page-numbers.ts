import { isPageNumber, pageNumberWithin } from '../../language/page-furniture.ts';
import { foldText } from '../../language/fold.ts';
import { locateRow } from '../questions.ts';
import { splitRow, type Pass, type Row } from '../rows.ts';

/** The reason for omitting a page number. */
const PAGE_NUMBER = '来源文件的页码';

const isBareNumber = ({ text, cells }: Row) => !cells && /^\d{1,3}$/.test(foldText(text));

/** Omits the lines that are page numbers. Asks about a mere number, which might belong to the letter. */
export const omitPageNumbers: Pass = (rows) => ({
  rows: rows.map((row) =>
    isBareNumber(row) || (!row.cells && isPageNumber(row.text))
      ? { ...row, omitted: PAGE_NUMBER }
      : row,
  ),
  questions: rows
    .filter(isBareNumber)
    .map((row) => ({ where: locateRow(row), what: '只有一个数，当作页码，没有收入' })),
});

/** A line cut at the page number within it: the words before, the number, the words after. */
function cutAtPageNumber(row: Row): { pieces: Row[]; number?: Row } {
  const found = row.cells || row.omitted ? undefined : pageNumberWithin(row.text);
  if (!found) return { pieces: [row] };
  const start = row.text.indexOf(found);
  const [before, rest] = start > 0 ? splitRow(row, start) : [undefined, row];
  const [cut, after] =
    rest.text.length > found.length ? splitRow(rest, found.length) : [rest, undefined];
  const number = { ...cut, omitted: PAGE_NUMBER };
  return { pieces: [...(before ? [before] : []), number, ...(after ? [after] : [])], number };
}

/** Cuts page numbers out of the lines that they interrupt, and asks about each. */
export const cutPageNumbers: Pass = (rows) => {
  const cuts = rows.map(cutAtPageNumber);
  return {
    rows: cuts.flatMap(({ pieces }) => pieces),
    questions: cuts.flatMap(({ number }) =>
      number ? { where: locateRow(number), what: '在行中，当作页码，没有收入' } : [],
    ),
  };
};

/** The rows that start a page: those after a page number. */
export const findPageStarts = (rows: Row[]): Set<Row> =>
  new Set(rows.filter((_, index) => rows[index - 1]?.omitted === PAGE_NUMBER));
