import { segments } from '../letter/segments.ts';

/** A number with its prefix and unit stays whole: 第273号, 二十一届, 第三次会议; 委员会 too, before 对. */
const WHOLE = /(第?[\d０-９〇零一二三四五六七八九十百千]+(?:号|届|次会议|年)|委员会)/;

/** Cuts a title into runs that no line may break: words, as a Chinese reader knows them. */
export const phrases = (line: string): string[] =>
  line
    .split(WHOLE)
    .flatMap((part) => (WHOLE.test(part) ? [part] : segments(part)))
    .filter(Boolean);
