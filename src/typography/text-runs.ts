import { segmentWords } from '../language/segment.ts';
import type { Inline } from '../letter/letter.ts';
import { splitNumbers } from '../language/numbers-with-units.ts';
import { noBreakRuns } from './no-break.ts';

/**
 * Running text as the templates take it: words; words that no line may part, `mark` naming the note
 * that refers to the place after them; a link.
 */
export type TextRun =
  { text: string } | { keep: string; mark?: string } | { text: string; href: string };

/** A long unit may stand on the next line: kept with its figure, it would tear a justified line. */
const LONG_UNIT = /(?:平方(?:公里|千米|米)|立方米)$/;

/** Running text with its figures kept, each with the ： or ； after it, which the template ties to it. */
export function numberRuns(text: string): TextRun[] {
  const made: TextRun[] = [];
  for (const { text: run, isNumber } of splitNumbers(text)) {
    const before = made.at(-1);
    const unit = LONG_UNIT.exec(run)?.[0] ?? '';
    const tied = /^[：；]?/.exec(run)![0];
    if (isNumber) {
      made.push({ keep: run.slice(0, run.length - unit.length) });
      if (unit) made.push({ text: unit });
    } else if (tied && before && 'keep' in before) {
      before.keep += tied;
      if (run !== tied) made.push({ text: run.slice(tied.length) });
    } else made.push({ text: run });
  }
  return made;
}

export const textRuns = (content: Inline[]): TextRun[] =>
  noBreakRuns(content).flatMap((run): TextRun[] => {
    if (run.type === 'text') return numberRuns(run.value);
    if (run.type === 'link') return [{ text: run.text, href: run.href }];
    return [{ keep: run.after + run.then, mark: run.ref }];
  });

/** The last words of a text, of two characters at least, with the stops that end it. */
function lastWords(text: string): string {
  let last = '';
  for (const word of segmentWords(text).reverse()) {
    if (/\p{L}.*\p{L}/su.test(last)) break;
    last = word + last;
  }
  return last;
}

/** A paragraph's running text, whose last line does not hold a single character. */
export function paragraphRuns(content: Inline[]): TextRun[] {
  const all = textRuns(content);
  const end = all.at(-1);
  if (!end || !('text' in end) || 'href' in end) return all;
  const kept = lastWords(end.text);
  if (!/\p{L}/u.test(kept)) return all;
  const before = end.text.slice(0, end.text.length - kept.length);
  return [...all.slice(0, -1), ...(before ? [{ text: before }] : []), { keep: kept }];
}
