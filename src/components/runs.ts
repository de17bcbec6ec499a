import type { Inline } from '../letter/types.ts';
import { figureRuns } from './figures.ts';

type Mark = Extract<Inline, { type: 'note' }>;
/** Text, or a note's mark with the characters before it, so that no line starts with the mark. */
export type Run = Exclude<Inline, Mark> | (Mark & { after: string });

/** The end of a text that its mark keeps to: a whole figure, else two characters. */
function tail(text: string): string {
  const last = figureRuns(text).at(-1);
  return last?.figure ? last.text : [...text].slice(-2).join('');
}

/** Cuts off the last two characters, so that what follows the text never stands alone on a line. */
export function ending(content: Inline[]): { start: Inline[]; end: string } {
  const last = content.at(-1);
  if (last?.type !== 'text') return { start: content, end: '' };
  const end = [...last.value].slice(-2).join('');
  return {
    start: [...content.slice(0, -1), { ...last, value: last.value.slice(0, -end.length) }],
    end,
  };
}

/** Running text with each note's mark tied to the figure or the two characters before it. */
export function runs(content: Inline[]): Run[] {
  const result: Run[] = [];
  for (const part of content) {
    if (part.type !== 'note') {
      result.push(part);
      continue;
    }
    const before = result.at(-1);
    const after = before?.type === 'text' ? tail(before.value) : '';
    if (before?.type === 'text')
      result[result.length - 1] = { ...before, value: before.value.slice(0, -after.length) };
    result.push({ ...part, after });
  }
  return result;
}
