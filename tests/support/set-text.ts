import sharp from 'sharp';
import { splitNumbers } from '../../src/language/numbers-with-units.ts';

/** A character as an engine sets it. Edges are in px from those of the page. */
interface SetCharacter {
  char: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A paragraph as an engine sets it: its measure, the size of its type, in px, and its lines. */
export interface SetParagraph {
  left: number;
  right: number;
  size: number;
  /** True if the engine evens out the last lines, up to a character further. */
  pretty: boolean;
  lines: SetCharacter[][];
}

/** Returns the text of elements as it is set, without the marks of notes and what is folded; runs in the page. */
export function readSetText(selector: string): SetParagraph[] {
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (node) => !node.closest('details:not([open])'),
  );
  return shown.map((node) => {
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    const lines: SetCharacter[][] = [];
    let bottom = -Infinity;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (text.parentElement?.closest('sup')) continue;
      const words = text.textContent ?? '';
      for (let index = 0; index < words.length; index++) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        // At a break WebKit also returns an empty box at the end of the line before.
        const rect = [...range.getClientRects()].at(-1);
        if (!rect || rect.width === 0) continue;
        if (rect.top >= bottom - 4) lines.push([]);
        bottom = rect.bottom;
        lines.at(-1)!.push({
          char: words[index]!,
          left: rect.left + scrollX,
          right: rect.right + scrollX,
          top: rect.top + scrollY,
          bottom: rect.bottom + scrollY,
        });
      }
    }
    return {
      left: box.left + scrollX,
      right: box.right + scrollX,
      size: parseFloat(style.fontSize),
      pretty: style.getPropertyValue('text-wrap-style') === 'pretty',
      lines,
    };
  });
}

/**
 * Sets a page as it is printed on paper with a text area of this width, in mm; runs in the page. An engine that cannot
 * print shows so what it would.
 */
export function setAsPrinted(width: number): void {
  const turn = (rules: CSSRuleList) => {
    for (const rule of Array.from(rules)) {
      if (rule instanceof CSSMediaRule) {
        const { mediaText } = rule.media;
        if (mediaText.includes('print')) rule.media.mediaText = 'all';
        else if (mediaText.includes('screen')) rule.media.mediaText = 'not all';
      }
      if (rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule) turn(rule.cssRules);
    }
  };
  for (const sheet of Array.from(document.styleSheets)) turn(sheet.cssRules);
  document.body.style.width = `${width}mm`;
}

const isHan = (char: string | undefined) => /\p{Script=Han}/u.test(char ?? '');
const textOf = (line: SetCharacter[]) => line.map(({ char }) => char).join('');

/** The number of characters at the start of a line that may not be broken from each other. */
function unbreakable(text: string): number {
  // A number may begin with a bracket itself: 〔2019〕37号.
  const opening = splitNumbers(text)[0]?.isNumber ? 0 : /^[“‘（《〔]*/.exec(text)![0].length;
  const number = splitNumbers(text.slice(opening))[0];
  const word = number?.isNumber
    ? number.text.length
    : (/^(?:[\dA-Za-z.:/_-]+|——|.)/u.exec(text.slice(opening))?.[0].length ?? 0);
  const closing = /^[、，。；：！？”’）》〕%]*/.exec(text.slice(opening + word))![0].length;
  // UAX 14 lets no line break at a quotation mark, and Firefox follows it.
  const quoted = /^(?:[“‘].)?/u.exec(text.slice(opening + word + closing))![0].length;
  return opening + word + closing + quoted;
}

/**
 * Returns the lines that are not set as they should be: with an empty end of more than `short` characters that
 * what follows could have filled, or with neighbouring characters more than `stretch` apart.
 */
export function findLooseLines(
  paragraphs: SetParagraph[],
  { short, stretch }: { short: number; stretch: number },
): string[] {
  return paragraphs.flatMap(({ right, size, pretty, lines }) =>
    lines.slice(0, -1).flatMap((line, index): string[] => {
      const next = lines[index + 1]!;
      const kept = next.slice(0, unbreakable(textOf(next)));
      const follows = (kept.at(-1)!.right - kept[0]!.left) / size;
      const empty = (right - line.at(-1)!.right) / size;
      const found: string[] = [];
      // The last two characters are kept together.
      const isLastBreak = index === lines.length - 2;
      if (empty > Math.max(short, follows + short - 1) + (pretty || isLastBreak ? 1 : 0))
        found.push(`${empty.toFixed(1)} characters empty after “${textOf(line)}”`);
      // Three in a row: the box of a character after a figure holds the thin space between them.
      const gaps = line.map(({ left, char }, at) => {
        const [before, first] = [line[at - 1], line[at - 2]];
        return isHan(char) && isHan(before?.char) && isHan(first?.char)
          ? (left - before!.left) / size - 1
          : 0;
      });
      if (Math.max(...gaps) > stretch)
        found.push(`${Math.max(...gaps).toFixed(2)} characters apart: “${textOf(line)}”`);
      return found;
    }),
  );
}

/** Returns the last lines of a single character, stops and closing marks aside. */
export const findLonelyCharacters = (paragraphs: SetParagraph[]): string[] =>
  paragraphs
    .filter(({ lines }) => lines.length > 1)
    .map(({ lines }) => lines.slice(-2).map(textOf))
    .filter(([, last]) => last!.replaceAll(/[、，。；：！？”’）》〕\s]/g, '').length < 2)
    .map((lines) => lines.join(' / '));

/** How far from the edge of a character its neighbour's ink may begin, in characters. */
const REACH = 0.12;
/** The share of a column's height that is ink where two characters touch. */
const INKED = 0.04;

/**
 * Returns the pairs of a figure and the character beside it that are painted over each other: in the picture
 * of the page no column near the edge between them is free of ink.
 */
export async function findOverprints(png: Buffer, paragraphs: SetParagraph[]): Promise<string[]> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const counts = new Array<number>(256).fill(0);
  for (let at = 0; at < data.length; at += info.channels) counts[data[at]!]!++;
  const paper = counts.indexOf(Math.max(...counts));
  const inkOf = (x: number, { top, bottom }: SetCharacter) => {
    let ink = 0;
    for (let y = Math.round(top); y < Math.round(bottom); y++)
      ink += Math.abs(paper - data[(y * info.width + x) * info.channels]!) / 255;
    return ink / (bottom - top);
  };
  const found: string[] = [];
  for (const { lines, size } of paragraphs)
    for (const line of lines)
      line.slice(1).forEach((character, index) => {
        const before = line[index]!;
        if (!/\d/.test(character.char + before.char)) return;
        const from = Math.round(before.right - REACH * size);
        const to = Math.round(character.left + REACH * size);
        const inks = Array.from({ length: to - from + 1 }, (_, at) => inkOf(from + at, before));
        if (Math.min(...inks) > INKED)
          found.push(`${before.char}${character.char} in “${textOf(line)}”`);
      });
  return found;
}
