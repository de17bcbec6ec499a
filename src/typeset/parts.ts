import type { Inline } from '../letter/types.ts';
import { figureRuns } from './figures.ts';
import { runs } from './runs.ts';

/**
 * Running text as the templates take it: words; words that no line may part, `mark` naming the note
 * that refers to the place after them; a link.
 */
export type Part =
  { text: string } | { keep: string; mark?: string } | { text: string; href: string };

/** A long unit may stand on the next line: kept with its figure, it would tear a justified line. */
const LONG_UNIT = /平方(?:公里|千米|米)$/;

export const wordParts = (text: string): Part[] =>
  figureRuns(text).flatMap(({ text: run, figure }): Part[] => {
    if (!figure) return [{ text: run }];
    const unit = LONG_UNIT.exec(run)?.[0] ?? '';
    return [{ keep: run.slice(0, run.length - unit.length) }, ...(unit ? [{ text: unit }] : [])];
  });

export const parts = (content: Inline[]): Part[] =>
  runs(content).flatMap((run): Part[] => {
    if (run.type === 'text') return wordParts(run.value);
    if (run.type === 'link') return [{ text: run.text, href: run.href }];
    return [{ keep: run.after, mark: run.ref }, { text: run.then }];
  });
