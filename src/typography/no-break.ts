import type { Inline, NoteReference } from '../letter/letter.ts';
import { CLOSING_MARKS } from '../language/closing-marks.ts';
import { splitNumbers } from '../language/numbers-with-units.ts';
import { segmentCharacters } from '../language/segment.ts';
import { textWidth } from '../language/title-lines.ts';

/**
 * Text, a link, or a note reference with the text that stays on its line: `after` is printed before it,
 * `then` after it.
 */
export type NoBreakRun =
  Exclude<Inline, NoteReference> | (NoteReference & { after: string; then: string });

/** Units that may start a line: kept with their number, they would stretch or shorten the line before. */
const LONG_UNIT = /(?:平方(?:公里|千米|米)|立方米)$|(?<=\d{4}[\d.]*[万亿])元$/;

/**
 * Splits a number where a line may be broken or needs no care to be kept. `lead` are digits that no line
 * breaks by itself, `kept` is what must stay on the line with them, `unit` may start the next line. The three
 * join to the number.
 */
export function splitNumber(number: string): { lead: string; kept: string; unit: string } {
  const unit = LONG_UNIT.exec(number)?.[0] ?? '';
  const figure = number.slice(0, number.length - unit.length);
  const lead = /^[\d.,]*(?:%?$|(?=\d))/.exec(figure)?.[0] ?? '';
  return { lead, kept: figure.slice(lead.length), unit };
}

/** The characters of a justified line: on paper (GB/T 9704-2012, 7.1), and on a wide screen. */
export const MEASURE = { paper: 28, screen: 36 };

/**
 * Returns true if justified lines may hold a text together. If it did not fit, the line before it would lack almost its
 * width, and share that among its other characters: a sixth of a character each at most. The text may be a little wider
 * than a seventh of the line, since the line never lacks all of it.
 */
export const mayKeep = (text: string, measure: number): boolean =>
  textWidth(text) <= measure / 6.85;

/** The class of words that are kept on one line, by the lines that may hold them together. */
export const noBreakClass = (words: string): string =>
  mayKeep(words, MEASURE.paper)
    ? 'no-break'
    : mayKeep(words, MEASURE.screen)
      ? 'no-break-screen'
      : 'no-break-ragged';

const MARKS_AT_START = new RegExp(`^[${CLOSING_MARKS}]*`);
const MARKS_AT_END = new RegExp(`[${CLOSING_MARKS}]*$`);

/** The stops and closing marks at the start of a text, which stay with what is before it. */
export const closingMarks = (text: string): string => MARKS_AT_START.exec(text)![0];

/** The pieces of a number that a line may part: 〔2019〕 and 37号, 6月 and 25日, 2019— and 2021年, 2931 and 家次. */
export const numberPieces = (number: string): string[] =>
  number.split(/(?<=〕|月(?=\d)|—)|(?<=\d)(?=[^\d.,．—~～日号%％-]+$)/);

/** The last characters of a text, at most `count`. */
function lastCharacters(text: string, count: number): string[] {
  const characters = segmentCharacters(text);
  const last: string[] = [];
  for (let end = text.length; end > 0 && last.length < count;) {
    const { index, segment } = characters.containing(end - 1)!;
    last.unshift(segment);
    end = index;
  }
  return last;
}

/** The last two characters of a text, or more if a number would be cut. */
function tail(text: string): string {
  let end: string[] = [];
  for (const run of splitNumbers(text).reverse()) {
    if (end.length >= 2) break;
    const characters = run.isNumber ? [...run.text] : lastCharacters(run.text, 2 - end.length);
    end = [...characters, ...end];
  }
  return end.join('');
}

/** Splits the last two characters and the stops after them off, so that what follows, or one of them, is never alone on a line. */
export function splitEnding(content: Inline[]): { start: Inline[]; end: string } {
  const last = content.at(-1);
  if (last?.type !== 'text' || last.isMark) return { start: content, end: '' };
  const [stops] = MARKS_AT_END.exec(last.value)!;
  const kept = tail(last.value.slice(0, last.value.length - stops.length));
  // Stops alone stay with what is before the text.
  if (kept === '') return { start: content, end: '' };
  const end = kept + stops;
  const value = last.value.slice(0, -end.length);
  return { start: [...content.slice(0, -1), { ...last, value }], end };
}

/** Ties each note reference to the number or the characters before it and to the stops after it: none starts a line. */
export function noBreakRuns(content: Inline[]): NoBreakRun[] {
  const result: NoBreakRun[] = [];
  for (const part of content) {
    const before = result.at(-1);
    if (part.type === 'note') {
      const isTied = before?.type === 'text' && !before.isMark;
      const after = isTied ? tail(before.value) : '';
      if (isTied)
        result[result.length - 1] = { ...before, value: before.value.slice(0, -after.length) };
      result.push({ ...part, after, then: '' });
    } else if (part.type === 'text' && before?.type === 'note') {
      const then = closingMarks(part.value);
      result[result.length - 1] = { ...before, then };
      result.push({ ...part, value: part.value.slice(then.length) });
    } else result.push(part);
  }
  return result;
}
