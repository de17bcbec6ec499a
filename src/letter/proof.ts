import type { LineOf, Problem } from './problems.ts';
import type { Piece } from './text.ts';
import type { Letter } from './types.ts';

/** One character of a reading and where it stands. */
interface Mark {
  char: string;
  line: number;
}

const marks = (text: string, line: number): Mark[] =>
  [...text].filter((char) => /\S/u.test(char)).map((char) => ({ char, line }));

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

/**
 * Proves that the edition says what the received file says, character for character, white space
 * aside. Lines that the edition leaves out are named in `omitted`, in the order of the file.
 */
export function prove(
  edition: { file: string; pieces: Piece[]; lineOf: (at: string) => number },
  received: { file: string; text: string },
  omitted: { text: string }[],
): Problem[] {
  const lines = received.text.split('\n');
  const problems: Problem[] = [];
  for (const { text } of omitted) {
    const index = lines.findIndex((line) => line.trim() === text.trim());
    if (index >= 0) lines[index] = '';
    else
      problems.push({
        file: edition.file,
        line: edition.lineOf('omitted'),
        what: `收到的原文里没有单独成行的“${text}”`,
        remedy: '照原文整行写，或从 omitted 里删去',
      });
  }
  const source = lines.flatMap((line, index) => marks(line, index + 1));
  const reading = edition.pieces.flatMap(({ at, text }) => marks(text, edition.lineOf(at)));
  let place = 0;
  while (place < source.length && source[place]?.char === reading[place]?.char) place++;
  if (place < source.length || place < reading.length) {
    const line = (reading[place] ?? reading.at(-1))?.line ?? 1;
    const sourceLine = (source[place] ?? source.at(-1))?.line ?? 1;
    problems.push({
      file: edition.file,
      line,
      what: [
        `第 ${place + 1} 字与收到的原文不同（空白不计）`,
        `  收到的原文 ${received.file}:${sourceLine}  ${quote(source, place)}`,
        `  本站的文本 ${edition.file}:${line}  ${quote(reading, place)}`,
      ].join('\n    '),
      remedy: '照收到的原文改正；原文本身有误的，也照录，另加编者注',
    });
  }
  return problems;
}

/** Facts that a page states about the proposal must be the letter's own words. */
export function proveFacts(letter: Letter, text: string, lineOf: LineOf): Omit<Problem, 'file'>[] {
  const bare = text.replaceAll(/\s/g, '');
  const { title, lead, number } = letter.proposal;
  const facts = { title, lead, number: String(number) };
  return Object.entries(facts)
    .filter(([, value]) => !bare.includes(value.replaceAll(/\s/g, '')))
    .map(([key, value]) => ({
      line: lineOf('proposal', key),
      what: `答复原文里没有“${value}”（proposal.${key}）`,
      remedy: '照原文改正',
    }));
}
