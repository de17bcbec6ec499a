const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** A figure with its prefix or unit stays whole: 第273号. */
const FIGURE = /(第\d+号)/;

/** Cuts a title into runs that no line may break: words, as a Chinese reader knows them. */
export const phrases = (line: string): string[] =>
  line
    .split(FIGURE)
    .flatMap((part) =>
      FIGURE.test(part) ? [part] : [...words.segment(part)].map(({ segment }) => segment),
    )
    .filter(Boolean);
