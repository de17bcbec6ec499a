import { segments } from '../letter/segments.ts';

/** A figure with its prefix or unit stays whole: 第273号, 市十七届, 市政协, 三次会议. */
const FIGURE =
  /(第?\d+号|[市县区]政协|[市县区]?[一二三四五六七八九十]{1,3}届|[一二三四五六七八九十]次会议)/;

/** Cuts a title into runs that no line may break: words, as a Chinese reader knows them. */
export const phrases = (line: string): string[] =>
  line
    .split(FIGURE)
    .flatMap((part) => (FIGURE.test(part) ? [part] : segments(part)))
    .filter(Boolean);
