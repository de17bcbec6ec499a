const words = new Intl.Segmenter('zh', { granularity: 'word' });
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Splits a Chinese text into words. The words join to the text. */
export const segmentWords = (text: string): string[] =>
  [...words.segment(text)].map(({ segment }) => segment);

/** The characters of a text as a reader counts them: none is cut, whatever its code points. */
export const segmentCharacters = (text: string): Intl.Segments => characters.segment(text);
