import { visibleText } from '../../language/hidden.ts';
import { isRemovable } from '../../language/page-furniture.ts';
import type { Diagnostic } from '../../diagnostics.ts';
import type { TextFragment } from '../../letter/text.ts';

/** One character of a reading and where it stands. */
interface Mark {
  char: string;
  line: number;
}

const marks = (text: string, line: number): Mark[] =>
  [...visibleText(text)].map((char) => ({ char, line }));

/** Up to eight characters before and after the place, the differing one in 【】. */
function quote(reading: Mark[], place: number): string {
  const show = (from: number, to: number) =>
    reading
      .slice(Math.max(0, from), to)
      .map(({ char }) => char)
      .join('');
  const here = reading[place]?.char;
  return `“${show(place - 8, place)}【${here ?? '到此为止'}】${show(place + 1, place + 9)}”`;
}

/** More differences than a clerk can use point to another letter, not to slips. */
const MOST = 10;
/** As many equal characters end a difference. */
const AGREED = 6;

/**
 * Where two readings part: `at` in the source, `as` in the edition. After each difference they are
 * brought together again.
 */
function differences(source: Mark[], reading: Mark[]): { at: number; as: number }[] {
  const found: { at: number; as: number }[] = [];
  const agree = (at: number, as: number) => {
    for (let step = 0; step < AGREED; step++)
      if (source[at + step]?.char !== reading[as + step]?.char) return false;
    return true;
  };
  let [at, as] = [0, 0];
  while (at < source.length || as < reading.length) {
    if (source[at]?.char === reading[as]?.char) {
      at++;
      as++;
      continue;
    }
    found.push({ at, as });
    if (found.length > MOST) break;
    // The nearest place where both go on alike; none within 200 characters, and the rest is another text.
    let next: [number, number] | undefined;
    for (let distance = 1; distance <= 200 && !next; distance++)
      for (let skip = 0; skip <= distance && !next; skip++)
        if (agree(at + skip, as + distance - skip)) next = [at + skip, as + distance - skip];
    if (!next) break;
    [at, as] = next;
  }
  return found;
}

/**
 * Proves that the edition says what the received file says, character for character, aside from what
 * nobody can see: white space and hidden characters. Lines that the edition leaves out are named in
 * `omitted`, in the order of the file.
 */
export function checkText(
  edition: { file: string; pieces: TextFragment[]; lineOf: (at: string) => number },
  received: { file: string; text: string },
  omitted: { text: string }[],
): Diagnostic[] {
  const lines = received.text.split('\n');
  const problems: Diagnostic[] = [];
  let from = 0;
  for (const { text } of omitted) {
    const index = lines.findIndex((line, at) => at >= from && visibleText(line) === visibleText(text));
    const within = lines.findIndex((line, at) => at >= from && isRemovable(line, text));
    if (index >= 0) {
      lines[index] = '';
      from = index + 1;
    } else if (within >= 0) {
      lines[within] = lines[within]!.replace(text, '');
      from = within;
    } else
      problems.push({
        file: edition.file,
        line: edition.lineOf('omitted'),
        message: `收到的原文里没有单独成行的“${text}”，或次序不对`,
        help: '照原文整行写，按原文的先后排列，或从 omitted 里删去',
      });
  }
  const source = lines.flatMap((line, index) => marks(line, index + 1));
  const reading = edition.pieces.flatMap(({ id, text }) => marks(text, edition.lineOf(id)));
  for (const { at, as } of differences(source, reading).slice(0, MOST)) {
    const line = (reading[as] ?? reading.at(-1))?.line ?? 1;
    const sourceLine = (source[at] ?? source.at(-1))?.line ?? 1;
    problems.push({
      file: edition.file,
      line,
      message: [
        `第 ${at + 1} 字与收到的原文不同（空白不计）`,
        `  收到的原文 ${received.file}:${sourceLine}  ${quote(source, at)}`,
        `  本站的文本 ${edition.file}:${line}  ${quote(reading, as)}`,
      ].join('\n    '),
      help:
        '照收到的原文改正；原文本身有误的，也照录，另加编者注；原文有 & * _ < [ 等符号的，在前面加 \\',
    });
  }
  return problems;
}
