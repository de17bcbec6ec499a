import { visibleText } from '../language/hidden.ts';
import { segmentCharacters } from '../language/segment.ts';
import { compiler } from './engine.ts';

/** Returns the characters without a glyph that a compiler's error names; it may name one by its number. */
export function missingGlyphsIn(error: unknown): string[] {
  const said = String(error).replaceAll(/\\+u\{(\w+)\}/g, (_, code: string) =>
    String.fromCodePoint(parseInt(code, 16)),
  );
  const told = said.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/g);
  return [...new Set([...told].flatMap(([, text = '']) => [...text]))];
}

/** Returns the characters of a text that the project's fonts lack, quickly and without typesetting. */
export function missingGlyphs(text: string): string[] {
  if (!compiler) return [];
  const signs = segmentCharacters(visibleText(text));
  const { result } = compiler.compile({
    mainFileContent:
      '#import "faces.typ": song\n#set text(font: song, fallback: false)\n#sys.inputs.signs',
    inputs: { signs: [...new Set(Array.from(signs, ({ segment }) => segment))].join(' ') },
  });
  try {
    if (result) compiler.pdf(result, { pdfStandard: 'a-2u' });
    return [];
  } catch (error) {
    return missingGlyphsIn(error);
  }
}
