import { readSymbol } from './word-symbols.ts';

/** A field of Word while its parts are read. */
export interface Field {
  /** The portion being read: the instruction, or the result that Word stored. */
  phase: 'instruction' | 'result';
  instruction: string;
  /** The result has words. */
  shown: boolean;
  /** For a form's field: the chosen entry, and whether the box is ticked. */
  chosen: string | undefined;
  ticked: boolean;
}

/** A number or letter, or a Chinese character, in a circle: ① ㊣ Ⓐ by the enclosed character. */
const CIRCLED = new Map<string, string>();
for (const [from, to] of [
  [0x2460, 0x2473],
  [0x24b6, 0x24ea],
  [0x3251, 0x325f],
  [0x3280, 0x32bf],
] as const)
  for (let code = from; code <= to; code++) {
    const char = String.fromCodePoint(code);
    CIRCLED.set(char.normalize('NFKC'), char);
  }

const CIRCLE = /^[○〇◯]$/;
/** `EQ \o\ac(○,1)`: a character drawn over another, Word's notation for a character with a circle. */
const OVERSTRIKE = /^\s*EQ\s+(?:\\\*\s*\w+\s+\S+\s+)*\\o(?:\\a[lcr])?\s*\((.*?)[,，;](.*)\)\s*$/i;
/**
 * `EQ \* jc2 … \o\ad(\s\up 9(hóng),洪)`: a character with its pronunciation above, in the notation of older
 * versions of Word.
 */
const SPELT =
  /^\s*EQ\s.*\\o\\ad\s*\(\\s\\up\s*\d*\s*\([^()]*\)\s*[,，;]\s*(\p{Script=Han}+)\)\s*$/iu;
const SYMBOL = /^\s*SYMBOL\s+(0x[\da-f]+|\d+)\s+(.*)$/i;

/** The length of an instruction from which no sign is drawn with certainty. */
const LONG = 500;

/** Returns the words that a field draws if its result has none; `''` if they are not certain. */
export function drawField({ instruction, chosen, ticked }: Field): string {
  if (instruction.length > LONG) return '';
  if (/^\s*FORMDROPDOWN\b/i.test(instruction)) return chosen ?? '';
  // Word draws a cross in the box of a form.
  if (/^\s*FORMCHECKBOX\b/i.test(instruction)) return ticked ? '☒' : '☐';
  const [, inner = '', outer = ''] = OVERSTRIKE.exec(instruction) ?? [];
  const [one, other] = [inner.trim(), outer.trim()];
  if (CIRCLE.test(one)) return CIRCLED.get(other) ?? '';
  if (CIRCLE.test(other)) return CIRCLED.get(one) ?? '';
  const [, base] = SPELT.exec(instruction) ?? [];
  if (base !== undefined) return base;
  const [, code = '', options = ''] = SYMBOL.exec(instruction) ?? [];
  const [, font = ''] = /\\f\s+"?([^"\\]+?)"?\s*(?:\\|$)/i.exec(options) ?? [];
  return code === '' ? '' : readSymbol(font, Number(code).toString(16));
}
