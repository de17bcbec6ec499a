import { Document, isMap, isSeq } from 'yaml';
import type { TextFragment } from '../letter/body.ts';
import { proposalKind } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import { findNumbers } from './find-numbers.ts';

/** The numbers of a letter as the file of its figures lists them, without what they count. */
interface FiguresDraft {
  figures: { p: string; what: ''; value: string; unit: string; quote: string }[];
  others: { p: string; quote: string; reason: string }[];
}

/** The most characters by which a quotation is made longer until it occurs only once. */
const REACH = 60;

/**
 * Chooses a quotation of `text` around the words from `at` to `end`: from the start of their clause, longer
 * if needed, so that it occurs only once in the text and the words only once in it. `least` and `most` bound
 * the quotation.
 */
function chooseQuote(text: string, at: number, end: number, least = 0, most = text.length): string {
  const words = text.slice(at, end);
  const clause = Math.max(least, text.slice(0, at).search(/[^，。；：！？、（）(),;\s]*$/));
  const starts = [clause];
  for (let start = clause - 1; start >= Math.max(least, at - REACH); start--) starts.push(start);
  for (let start = clause + 1; start <= at; start++) starts.push(start);
  for (const start of starts)
    for (let last = end; last <= Math.min(most, end + REACH); last++) {
      const quote = text.slice(start, last);
      const isOnce = text.indexOf(quote) === start && !text.includes(quote, start + 1);
      if (isOnce && quote.indexOf(words) === at - start) return quote;
    }
  return words;
}

/** The words themselves if they occur only once, or otherwise a longer quotation without another number. */
function chooseOtherQuote(text: string, at: number, end: number): string {
  const words = text.slice(at, end);
  if (text.indexOf(words) === at && !text.includes(words, at + 1)) return words;
  const least = at - /[^\d]*$/.exec(text.slice(0, at))![0].length;
  const most = end + /^[^\d]*/.exec(text.slice(end))![0].length;
  return chooseQuote(text, at, end, least, most);
}

/** Drafts the entries for the numbers of a letter's fragments. `number` is the number of its proposal. */
export function draftFigures(
  fragments: TextFragment[],
  { number, body }: Pick<Letter['proposal'], 'number' | 'body'>,
): FiguresDraft {
  const draft: FiguresDraft = { figures: [], others: [] };
  for (const { id: p, text } of fragments) {
    const { statistics, others } = findNumbers(text);
    for (const { at, value, unit } of statistics) {
      const quote = chooseQuote(text, at, at + value.length + unit.length);
      draft.figures.push({ p, what: '', value, unit, quote });
    }
    for (const { at, words, reason } of others) {
      const isProposal = reason === '编号' && new RegExp(`(?<!\\d)0*${number}(?!\\d)`).test(words);
      draft.others.push({
        p,
        quote: chooseOtherQuote(text, at, at + words.length),
        reason: isProposal ? `${proposalKind({ body })}编号` : reason,
      });
    }
  }
  return draft;
}

const HEAD =
  ' 由程序拟写。给每一条写上 what（是什么的数），与原文核对；不是统计数字的，移到 others，写明 reason。\n' +
  ' 写法见 content/README.md 的“数字一览”；不要这一页的，删去这个文件。';

/** Writes a draft as the file `274.figures.yaml`, an entry a line. */
export function writeFigures(draft: FiguresDraft): string {
  const document = new Document(draft);
  document.commentBefore = HEAD;
  for (const list of [document.get('figures'), document.get('others')])
    for (const item of isSeq(list) ? list.items : []) if (isMap(item)) item.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, singleQuote: true });
}
