import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { cached } from '../cache.ts';
import { ContentError, type Diagnostic } from '../diagnostics.ts';
import { paintPage } from '../pdfium.ts';
import { encodePng, nearestColors, type Color } from '../png.ts';
import { compiler, fingerprint } from './engine.ts';
import { missingGlyphsIn } from './glyphs.ts';
import { claimUniversalAccess } from './pdfua.ts';

/** True if this machine can typeset. Otherwise neither PDFs nor pictures are made or announced. */
export const canTypeset = compiler !== undefined;

/** The compiler's memory of former documents is cleared after this many, or it would fill up. */
const KEPT = 10;
let compiled = 0;

async function compile(template: string, data: object) {
  if (++compiled % KEPT === 0) {
    compiler!.evictCache(0);
    // The memory of a document is freed between two turns of the event loop.
    await setImmediate();
  }
  const result = compiler!.compile({
    mainFilePath: `src/typst/${template}`,
    inputs: { data: JSON.stringify(data) },
  });
  // Warnings count as errors, above all that of a missing font, which would drop every word set in it.
  const told = [result.takeError(), result.takeWarnings()].flatMap((found) =>
    found ? compiler!.fetchDiagnostics(found) : [],
  );
  if (told.length > 0 || !result.result) throw new Error(JSON.stringify(told));
  return result.result;
}

/** The diagnostic for a character without a glyph, in the file of `content/` that contains it. */
const lacking = (file: string, char: string): Diagnostic => ({
  file,
  line: readFileSync(file, 'utf8').split(char)[0]!.split('\n').length,
  message: `排 PDF 和分享图的字体里没有“${char}”（U+${char.codePointAt(0)!.toString(16).toUpperCase()}）`,
  help: '对照原件核对这个字；确是此字的，请维护人员在 src/typst/engine.ts 里加上收有它的字体',
});

type Typeset = Awaited<ReturnType<typeof compile>>;

/** Writes a document as PDF of a standard. Throws a ContentError if a character has no glyph. */
function write(document: Typeset, pdfStandard: string, file: string): Uint8Array {
  try {
    return compiler!.pdf(document, { pdfStandard });
  } catch (error) {
    const chars = missingGlyphsIn(error);
    throw chars.length > 0 ? new ContentError(chars.map((char) => lacking(file, char))) : error;
  }
}

/**
 * Typesets a letter in its official form, PDF/A-2a and PDF/UA-1 in one file. `data` is the input of
 * letter.typ; `file` is the file that contains its words.
 */
export const typesetPdf = (data: object, file: string): Promise<Uint8Array> =>
  cached('pdf', [fingerprint, JSON.stringify(data)], async () => {
    const document = await compile('letter.typ', data);
    // Each standard has its own checks. The file is then written for PDF/A and declares both.
    write(document, 'ua-1', file);
    return claimUniversalAccess(write(document, 'a-2a', file));
  });

/** The size of a share image, in px, and in pt as card.typ sets it. */
const CARD = { width: 1200, height: 630 };

/** The colours of card.typ, as `#rrggbb`. */
export type CardColors = Record<'paper' | 'ink' | 'quiet' | 'accent', string>;

const readColor = (hex: string): Color => {
  const [red = 0, green = 0, blue = 0] = Buffer.from(hex.slice(1), 'hex');
  return [red, green, blue];
};

/** `count` colours in equal steps from the first, which is left out, to the second. */
const stepsBetween = (from: Color, to: Color, count: number): Color[] =>
  Array.from({ length: count }, (_, index) => {
    const mix = (channel: 0 | 1 | 2) =>
      Math.round(from[channel] + ((to[channel] - from[channel]) * (index + 1)) / count);
    return [mix(0), mix(1), mix(2)];
  });

/** Sixteen colours: the four flat ones, and the steps at the edges of what is drawn on the paper. */
function cardPalette({ paper, ink, quiet, accent }: CardColors): Color[] {
  const ground = readColor(paper);
  return [
    ground,
    ...stepsBetween(ground, readColor(ink), 10),
    readColor(quiet),
    ...stepsBetween(ground, readColor(accent), 4),
  ];
}

/**
 * Makes a share image of 1200 × 630 px as PNG. `text` and `colors` are the input of card.typ; `file` is the file
 * that contains its words. It is painted from a PDF, since only that fails if a character has no glyph.
 */
export const typesetCard = (text: object, colors: CardColors, file: string): Promise<Uint8Array> =>
  cached('card', [fingerprint, JSON.stringify([text, colors])], async () => {
    const pdf = write(await compile('card.typ', { ...text, colors }), 'a-2u', file);
    const palette = cardPalette(colors);
    const pixels = await paintPage(pdf, CARD.width, CARD.height);
    return encodePng(CARD.width, nearestColors(pixels, palette), palette);
  });
