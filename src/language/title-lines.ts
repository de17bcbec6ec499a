import { CLOSING_MARKS } from './closing-marks.ts';
import { splitPhrases } from './phrases.ts';

/** Width of a text in Chinese characters; digits and Latin letters are about half as wide. */
export const textWidth = (text: string) =>
  [...text].reduce((sum, char) => sum + (char < '\u2000' ? 0.56 : 1), 0);

/** Matches a place where no line may end. */
const NEVER = new RegExp(`\\n(?=[${CLOSING_MARKS}])|(?<=[“‘（《〔])\\n`, 'g');

/** Splits a title into words with their marks: no line may start with a stop or end with an opening mark. */
const splitWords = (text: string) =>
  splitPhrases(text).join('\n').replaceAll(NEVER, '').split('\n');

/**
 * Returns true if a reader pauses between two words of a title: after the bureau and after the
 * session. 某局 | 关于市十七届人大三次会议 | 第9号建议的答复
 */
const isPause = (before: string, next: string) =>
  /次会议$/.test(before) || (/^(?:关于|对)$/.test(next) && /[局委厅办府院会室队司]$/.test(before));

/** Breaks a title wherever a reader pauses. */
export function breakBySense(text: string): string[] {
  const lines: string[] = [];
  for (const word of splitWords(text)) {
    const line = lines.at(-1);
    if (line === undefined || isPause(line, word)) lines.push(word);
    else lines[lines.length - 1] = line + word;
  }
  return lines;
}

/**
 * Costs besides a line's unevenness, which is the square of the width it lacks to the target: the cost of
 * each line, and of a break without a pause, in squares of the target; and the discount for such a break
 * after a stop, in targets. Each line costs as much as an empty line, so that few lines cost less than even
 * lines.
 */
const [LINE, TORN, STOP] = [1, 2, 4];

/**
 * Breaks a title between words into few and even lines of at most `most` characters. It breaks where a reader
 * pauses, even if that needs another line, and preferably after a stop. A word longer than a line stays
 * whole.
 */
export function balanceLines(text: string, most: number): string[] {
  const all = splitWords(text);
  /** The cheapest lines for the first words of the title, by their number. */
  const best: ({ lines: string[]; cost: number } | undefined)[] = [{ lines: [], cost: 0 }];
  const count = Math.ceil(textWidth(text) / most);
  const target = textWidth(text) / count;
  for (let end = 1; end <= all.length; end++)
    for (let start = end - 1; start >= 0; start--) {
      const line = all.slice(start, end).join('');
      if (textWidth(line) > most && start < end - 1) break;
      const before = best[start]!;
      const paused = end === all.length || isPause(line, all[end]!);
      const isStop = /[，。；：、！？》]$/.test(line);
      const torn = paused ? 0 : TORN * target ** 2 - (isStop ? STOP * target : 0);
      const uneven = (textWidth(line) - target) ** 2;
      const cost = before.cost + uneven + torn + LINE * target ** 2;
      if (cost < (best[end]?.cost ?? Infinity))
        best[end] = { lines: [...before.lines, line], cost };
    }
  return best[all.length]!.lines;
}
