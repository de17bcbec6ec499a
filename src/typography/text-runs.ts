import { segmentWords } from '../language/segment.ts';
import type { Inline } from '../letter/letter.ts';
import { splitNumbers } from '../language/numbers-with-units.ts';
import {
  closingMarks,
  mayKeep,
  MEASURE,
  noBreakRuns,
  numberPieces,
  splitNumber,
} from './no-break.ts';

/**
 * A run of text in the form that the Typst templates expect: text; text without line breaks (`keep`), with
 * the id of the note reference after it (`mark`); or a link.
 */
export type TextRun =
  { text: string } | { keep: string; mark?: string } | { text: string; href: string };

/**
 * Splits text so that no line breaks a number with its unit, or a ： or ； from the number before it. A number that would
 * tear open the line before it is in pieces.
 */
export function numberRuns(text: string): TextRun[] {
  const made: TextRun[] = [];
  const all = splitNumbers(text);
  for (const [index, { text: run, isNumber }] of all.entries()) {
    const before = made.at(-1);
    const tied = /^[：；]?/.exec(run)![0];
    if (isNumber) {
      const { lead, kept, unit } = splitNumber(run);
      const after = unit ? '' : closingMarks(all[index + 1]?.text ?? '');
      // At the end of a paragraph a unit would be alone on its line.
      const isLast = all.slice(index + 1).every((other) => closingMarks(other.text) === other.text);
      if (isLast || mayKeep(lead + kept + after, MEASURE.paper)) {
        made.push({ keep: lead + kept });
        if (unit) made.push({ text: unit });
      } else made.push(...numberPieces(run).map((keep) => ({ keep })));
    } else if (tied && before && 'keep' in before) {
      before.keep += tied;
      if (run !== tied) made.push({ text: run.slice(tied.length) });
    } else if (before && 'text' in before) before.text += run;
    else made.push({ text: run });
  }
  return made;
}

export const textRuns = (content: Inline[]): TextRun[] =>
  noBreakRuns(content).flatMap((run): TextRun[] => {
    if (run.type === 'text') return numberRuns(run.value);
    if (run.type === 'link') return [{ text: run.text, href: run.href }];
    const pieces = mayKeep(run.after + run.then, MEASURE.paper)
      ? [run.after]
      : numberPieces(run.after);
    return [
      ...pieces.slice(0, -1).map((keep) => ({ keep })),
      { keep: pieces.at(-1)! + run.then, mark: run.ref },
    ];
  });

/** The last words of a text, at least two characters of letters, with the stops that follow them. */
function lastWords(text: string): string {
  let last = '';
  for (const word of segmentWords(text).reverse()) {
    if (/\p{L}.*\p{L}/su.test(last)) break;
    last = word + last;
  }
  return last;
}

/** Returns the runs of a paragraph, so joined that its last line is never a single character. */
export function paragraphRuns(content: Inline[]): TextRun[] {
  const all = textRuns(content);
  const end = all.at(-1);
  if (!end || !('text' in end) || 'href' in end) return all;
  const kept = lastWords(end.text);
  if (!/\p{L}/u.test(kept)) return all;
  const before = end.text.slice(0, end.text.length - kept.length);
  return [...all.slice(0, -1), ...(before ? [{ text: before }] : []), { keep: kept }];
}
