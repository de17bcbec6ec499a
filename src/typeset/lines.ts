import { phrases } from './phrases.ts';

/** Characters that a text takes across; figures and Latin letters are about half as wide. */
const width = (text: string) =>
  [...text].reduce((sum, char) => sum + (char < '\u2000' ? 0.56 : 1), 0);

/** Words with the marks that may not be parted from them: none starts a line, no opener ends one. */
const words = (text: string) =>
  phrases(text)
    .join('\n')
    .replaceAll(/\n(?=[，。；：、！？”’）》〕])|(?<=[“‘（《〔])\n/g, '')
    .split('\n');

/**
 * Breaks a title between words into as few lines as it needs where a line holds `most` characters,
 * as even as can be, and sooner after a stop than elsewhere. A word longer than a line stays whole.
 */
export function evenLines(text: string, most: number): string[] {
  type Way = { lines: string[]; cost: number };
  const all = words(text);
  const best: (Way | undefined)[] = [{ lines: [], cost: 0 }];
  const count = Math.ceil(width(text) / most);
  const target = width(text) / count;
  for (let end = 1; end <= all.length; end++)
    for (let start = end - 1; start >= 0; start--) {
      const line = all.slice(start, end).join('');
      if (width(line) > most && start < end - 1) break;
      const before = best[start]!;
      const stops = end === all.length || /[，。；：、！？》]$/.test(line);
      // Every line costs, so that fewer are better than more even ones.
      const uneven = (width(line) - target) ** 2 + (stops ? 0 : target);
      const cost = before.cost + uneven + target ** 2;
      if (cost < (best[end]?.cost ?? Infinity))
        best[end] = { lines: [...before.lines, line], cost };
    }
  return best[all.length]!.lines;
}
