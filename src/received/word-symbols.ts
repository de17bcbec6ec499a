import { hex } from 'dingbat-to-unicode';

/** Returns true if the letters of a font are drawn as signs. */
export const isSymbolFont = (font: string | undefined): font is string =>
  font !== undefined && /^(?:wingdings(?: [23])?|webdings|symbol)$/i.test(font);

/** The names of the fonts in the spelling of the table. */
const FONTS = ['Symbol', 'Webdings', 'Wingdings', 'Wingdings 2', 'Wingdings 3'];

/**
 * The character that looks like a symbol of a font; `''` if none is known. `code` is hexadecimal; Word writes
 * it with or without F000 added.
 */
export function readSymbol(font: string, code: string): string {
  const name = FONTS.find((one) => one.toLowerCase() === font.toLowerCase()) ?? font;
  const bare = code
    .toUpperCase()
    .replace(/^F0(?=..$)/, '')
    .replace(/^0+(?=..$)/, '');
  return hex(name, bare)?.string ?? '';
}
