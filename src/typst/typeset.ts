import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { cached } from '../cache.ts';
import { ContentError, type Diagnostic } from '../diagnostics.ts';
import { engine, fingerprint } from './engine.ts';
import { missingGlyphsIn } from './glyphs.ts';
import { claimUniversalAccess } from './pdfua.ts';

/** True if this machine can typeset. Otherwise neither PDFs nor pictures are made or announced. */
export const canTypeset = engine !== undefined;

/** The compiler's memory of former documents is cleared after this many, or it would fill up. */
const KEPT = 10;
let compiled = 0;

async function compile(template: string, data: object) {
  const { compiler } = engine!;
  if (++compiled % KEPT === 0) {
    compiler.evictCache(0);
    // The memory of a document is freed between two turns of the event loop.
    await setImmediate();
  }
  const result = compiler.compile({
    mainFilePath: `src/typst/${template}`,
    inputs: { data: JSON.stringify(data) },
  });
  // Warnings count as errors, above all that of a missing font, which would drop every word set in it.
  const told = [result.takeError(), result.takeWarnings()].flatMap((found) =>
    found ? compiler.fetchDiagnostics(found) : [],
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
    return engine!.compiler.pdf(document, { pdfStandard });
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

/**
 * Makes a share image of 1200 × 630 px as PNG. `data` is the input of card.typ; `file` is the file that
 * contains its words.
 */
export const typesetCard = (data: object, file: string): Promise<Uint8Array> =>
  cached('card', [fingerprint, JSON.stringify(data)], async () => {
    const { compiler, sharp } = engine!;
    const document = await compile('card.typ', data);
    // A picture is rendered even if a glyph is missing; a PDF of an archival standard is not.
    write(document, 'a-2u', file);
    // The template is measured in pt: at 72 dpi, a pt is a px. The sixteen colours are the four flat colours
    // and the steps at the edges of letters; a higher level of compression takes half as long again for 2 %.
    return sharp(Buffer.from(compiler.plainSvg(document)), { density: 72 })
      .flatten()
      .png({ colours: 16, dither: 0, effort: 1, compressionLevel: 6 })
      .toBuffer();
  });
