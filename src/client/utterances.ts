import { splitNumbers } from '../language/numbers-with-units.ts';

/** The most characters of an utterance. Chrome stops a network voice after some fifteen seconds. */
const MOST = 60;

/** Matches what is not cut: numerals, Latin words and addresses, and short texts between a pair of marks. */
const WHOLE =
  /[〇零一二三四五六七八九十百千万亿]{2,}|[\w.,:：/@%-]{2,}|《[^》。]{1,56}》|（[^（）。]{1,56}）|\([^()。]{1,56}\)|〔[^〕。]{1,56}〕|【[^】。]{1,56}】|“[^”，。；、]{1,56}”/g;

const SENTENCE_END = /[。！？；!?;]/;
/** Matches a mark that belongs to the text before it. */
const CLOSING = /[，。；：！？、”’）》〉】〕」』,;:!?)]/;
/** The marks after which a long sentence is cut, the best first. */
const MARKS = ['，：,:', '、'];

/** Returns the positions within a text that are inside a number with its unit, or inside another whole. */
function positionsInWholes(text: string): Set<number> {
  const inside = new Set<number>();
  const add = (start: number, length: number) => {
    for (let at = start + 1; at < start + length; at++) inside.add(at);
  };
  for (const { index, 0: whole } of text.matchAll(WHOLE)) add(index, whole.length);
  let start = 0;
  for (const run of splitNumbers(text)) {
    if (run.isNumber) add(start, run.text.length);
    start += run.text.length;
  }
  return inside;
}

/** Returns the ends of the words of a text. Returns none if the browser cannot segment Chinese. */
function wordEnds(text: string): Set<number> {
  const ends = new Set<number>();
  // Chromium 86 and Safari 13 have no segmenter.
  if (!(Intl.Segmenter as typeof Intl.Segmenter | undefined)) return ends;
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  for (const { index } of segmenter.segment(text)) ends.add(index);
  return ends;
}

/** Returns the best place for a cut among the first characters of a text. */
function bestCut(text: string): number {
  const [wholes, ends] = [positionsInWholes(text), wordEnds(text)];
  const cost = (at: number): number => {
    if (/[\udc00-\udfff]/.test(text[at]!)) return Infinity;
    if (wholes.has(at) || CLOSING.test(text[at]!)) return MARKS.length + 2;
    const mark = MARKS.findIndex((marks) => marks.includes(text[at - 1]!));
    return mark >= 0 ? mark : MARKS.length + (ends.has(at) ? 0 : 1);
  };
  let best = MOST;
  for (let at = MOST; at > 0; at--) if (cost(at) < cost(best)) best = at;
  return best;
}

/**
 * Cuts a text into utterances of at most 60 characters, which join to the text: after each sentence; in a
 * longer sentence after a comma; else between words. No cut divides a number, a short text in brackets or a
 * character of two code units.
 */
export function splitUtterances(text: string): string[] {
  const wholes = positionsInWholes(text);
  const utterances: string[] = [];
  let start = 0;
  let isSentenceOver = false;
  for (let at = 1; at <= text.length; at++) {
    const mark = text[at - 1]!;
    isSentenceOver =
      (isSentenceOver && CLOSING.test(mark)) || (SENTENCE_END.test(mark) && !wholes.has(at));
    const isEnd = isSentenceOver && !CLOSING.test(text[at] ?? '');
    if (!isEnd && at < text.length) continue;
    let rest = text.slice(start, at);
    for (; rest.length > MOST; rest = rest.slice(utterances.at(-1)!.length))
      utterances.push(rest.slice(0, bestCut(rest)));
    utterances.push(rest);
    start = at;
  }
  return utterances;
}
