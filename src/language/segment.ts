const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Splits a Chinese text into words. The words join to the text. */
export const segmentWords = (text: string): string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment);
