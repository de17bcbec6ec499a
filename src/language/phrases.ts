import { segmentWords } from './segment.ts';

/**
 * Matches what stays whole: a number with its prefix and unit, as in 第273号, 市十七届, 第三次会议;
 * 市政协; and 委员会, which the segmenter would join with a following 对.
 */
const WHOLE =
  /([市县区]政协|(?:第|[市县区])?[\d０-９〇零一二三四五六七八九十百千]{1,12}(?:号|届|次会议|年)|委员会)/;

/** Splits a title into phrases that no line may break: words, and numbers with their units. */
export const splitPhrases = (line: string): string[] =>
  line
    .split(WHOLE)
    .flatMap((part) => (WHOLE.test(part) ? [part] : segmentWords(part)))
    .filter(Boolean);
