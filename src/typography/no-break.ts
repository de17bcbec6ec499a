import type { Inline, NoteReference } from '../letter/letter.ts';
import { splitNumbers } from '../language/numbers-with-units.ts';

/** Text, or a note's mark with what it may not be parted from: no line starts with a mark or a stop. */
export type NoBreakRun =
  Exclude<Inline, NoteReference> | (NoteReference & { after: string; then: string });

/** The last two characters of a text, or more where a figure would be cut. */
function tail(text: string): string {
  let end = '';
  for (const run of splitNumbers(text).reverse()) {
    if (end.length >= 2) break;
    end = (run.isNumber ? run.text : run.text.slice(end.length - 2)) + end;
  }
  return end;
}

/** Cuts off the last characters, so that what follows the text never stands alone on a line. */
export function splitEnding(content: Inline[]): { start: Inline[]; end: string } {
  const last = content.at(-1);
  if (last?.type !== 'text') return { start: content, end: '' };
  const end = tail(last.value);
  const value = last.value.slice(0, -end.length);
  return { start: [...content.slice(0, -1), { ...last, value }], end };
}

/** Running text with each note's mark tied to the figure or the characters before it, and stops after it. */
export function noBreakRuns(content: Inline[]): NoBreakRun[] {
  const result: NoBreakRun[] = [];
  for (const part of content) {
    const before = result.at(-1);
    if (part.type === 'note') {
      const after = before?.type === 'text' ? tail(before.value) : '';
      if (before?.type === 'text')
        result[result.length - 1] = { ...before, value: before.value.slice(0, -after.length) };
      result.push({ ...part, after, then: '' });
    } else if (part.type === 'text' && before?.type === 'note') {
      const then = /^[、，。；：！？”’）》〕]*/.exec(part.value)?.[0] ?? '';
      result[result.length - 1] = { ...before, then };
      result.push({ ...part, value: part.value.slice(then.length) });
    } else result.push(part);
  }
  return result;
}
