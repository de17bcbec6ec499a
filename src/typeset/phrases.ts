import { segments } from '../letter/segments.ts';

/** A figure with its prefix or unit stays whole: 第273号. */
const FIGURE = /(第\d+号)/;

/** Cuts a title into runs that no line may break: words, as a Chinese reader knows them. */
export const phrases = (line: string): string[] =>
  line
    .split(FIGURE)
    .flatMap((part) => (FIGURE.test(part) ? [part] : segments(part)))
    .filter(Boolean);
