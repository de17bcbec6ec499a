import { visibleText } from '../language/hidden.ts';
import { engine } from './engine.ts';

/** The characters without a glyph of which the compiler tells; it may write one as its number. */
export function missingGlyphsIn(error: unknown): string[] {
  const said = String(error).replaceAll(/\\+u\{(\w+)\}/g, (_, code: string) =>
    String.fromCodePoint(parseInt(code, 16)),
  );
  const told = said.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/g);
  return [...new Set([...told].flatMap(([, text = '']) => [...text]))];
}

/** The characters of a text that our faces lack, in a moment and before anything is set. */
export function missingGlyphs(text: string): string[] {
  if (!engine) return [];
  const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(visibleText(text));
  const { result } = engine.compiler.compile({
    mainFileContent:
      '#import "faces.typ": song\n#set text(font: song, fallback: false)\n#sys.inputs.signs',
    inputs: { signs: [...new Set(Array.from(signs, ({ segment }) => segment))].join(' ') },
  });
  try {
    if (result) engine.compiler.pdf(result, { pdfStandard: 'a-2u' });
    return [];
  } catch (error) {
    return missingGlyphsIn(error);
  }
}
