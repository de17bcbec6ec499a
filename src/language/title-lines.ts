import { splitPhrases } from './phrases.ts';

/** Characters that a text takes across; figures and Latin letters are about half as wide. */
export const textWidth = (text: string) =>
  [...text].reduce((sum, char) => sum + (char < '\u2000' ? 0.56 : 1), 0);

/** Words with the marks that may not be parted from them: none starts a line, no opener ends one. */
const words = (text: string) =>
  splitPhrases(text)
    .join('\n')
    .replaceAll(/\n(?=[，。；：、！？”’）》〕])|(?<=[“‘（《〔])\n/g, '')
    .split('\n');

/**
 * Whether a reader would pause between two words of a title: after the bureau that answers, and after
 * the session at which was asked. 某局 | 关于市十七届人大三次会议 | 第9号建议的答复
 */
const pauses = (before: string, next: string) =>
  /次会议$/.test(before) || (/^(?:关于|对)$/.test(next) && /[局委厅办府院会室队司]$/.test(before));

/** A title cut wherever a reader would pause. */
export function breakBySense(text: string): string[] {
  const lines: string[] = [];
  for (const word of words(text)) {
    const line = lines.at(-1);
    if (line === undefined || pauses(line, word)) lines.push(word);
    else lines[lines.length - 1] = line + word;
  }
  return lines;
}

/**
 * Breaks a title between words into as few lines as it needs where a line holds `most` characters,
 * as even as can be, where a reader would pause even if that takes a line more, and sooner after a
 * stop than elsewhere. A word longer than a line stays whole.
 */
export function balanceLines(text: string, most: number): string[] {
  type Way = { lines: string[]; cost: number };
  const all = words(text);
  const best: (Way | undefined)[] = [{ lines: [], cost: 0 }];
  const count = Math.ceil(textWidth(text) / most);
  const target = textWidth(text) / count;
  for (let end = 1; end <= all.length; end++)
    for (let start = end - 1; start >= 0; start--) {
      const line = all.slice(start, end).join('');
      if (textWidth(line) > most && start < end - 1) break;
      const before = best[start]!;
      const paused = end === all.length || pauses(line, all[end]!);
      const torn = paused
        ? 0
        : 2 * target ** 2 - (/[，。；：、！？》]$/.test(line) ? 4 * target : 0);
      // Every line costs, so that fewer are better than more even ones.
      const cost = before.cost + (textWidth(line) - target) ** 2 + torn + target ** 2;
      if (cost < (best[end]?.cost ?? Infinity))
        best[end] = { lines: [...before.lines, line], cost };
    }
  return best[all.length]!.lines;
}
