import { visibleText } from '../../language/hidden.ts';
import { isRemovable } from '../../language/page-furniture.ts';
import type { DraftLetter } from '../../letter/letter.ts';
import type { CheckContext, Finding } from './check.ts';

/** A character that can be seen, and its place: a line of the received file, or a fragment. */
interface PlacedCharacter<P> {
  char: string;
  place: P;
}

const charactersOf = <P>(text: string, place: P): PlacedCharacter<P>[] =>
  [...visibleText(text)].map((char) => ({ char, place }));

/** Up to eight characters before and after an index, the differing character in 【】. */
function quote(text: PlacedCharacter<unknown>[], index: number): string {
  const show = (from: number, to: number) =>
    text
      .slice(Math.max(0, from), to)
      .map(({ char }) => char)
      .join('');
  const here = text[index]?.char;
  return `“${show(index - 8, index)}【${here ?? '到此为止'}】${show(index + 1, index + 9)}”`;
}

/** The most differences that are reported. More of them are of no use to a clerk and mean that it is another letter. */
const MOST_DIFFERENCES = 10;
/** The number of equal characters that end a difference. */
const AGREEMENT = 6;
/** The number of characters after a difference within which the texts must agree again. */
const SEARCHED = 200;

/** The indexes at which two texts start to differ. */
interface Difference {
  received: number;
  edition: number;
}

/** Compares two texts. After each difference, the comparison continues where they next agree. */
function findDifferences(
  received: PlacedCharacter<unknown>[],
  edition: PlacedCharacter<unknown>[],
): Difference[] {
  const found: Difference[] = [];
  const agree = (at: number, as: number) => {
    for (let step = 0; step < AGREEMENT; step++)
      if (received[at + step]?.char !== edition[as + step]?.char) return false;
    return true;
  };
  let [at, as] = [0, 0];
  while (at < received.length || as < edition.length) {
    if (received[at]?.char === edition[as]?.char) {
      at++;
      as++;
      continue;
    }
    found.push({ received: at, edition: as });
    if (found.length === MOST_DIFFERENCES) break;
    let next: [number, number] | undefined;
    for (let distance = 1; distance <= SEARCHED && !next; distance++)
      for (let skip = 0; skip <= distance && !next; skip++)
        if (agree(at + skip, as + distance - skip)) next = [at + skip, as + distance - skip];
    if (!next) break;
    [at, as] = next;
  }
  return found;
}

/** Removes the omitted texts from the lines of the received file; each is searched after the previous text. */
function removeOmitted(
  text: string,
  omitted: { text: string }[],
): { lines: string[]; findings: Finding[] } {
  const lines = text.split('\n');
  const findings: Finding[] = [];
  let from = 0;
  for (const { text } of omitted) {
    const whole = lines.findIndex(
      (line, at) => at >= from && visibleText(line) === visibleText(text),
    );
    const within = lines.findIndex((line, at) => at >= from && isRemovable(line, text));
    if (whole >= 0) {
      lines[whole] = '';
      from = whole + 1;
    } else if (within >= 0) {
      lines[within] = lines[within]!.replace(text, '');
      from = within;
    } else
      findings.push({
        path: ['source', 'omitted'],
        message: `收到的原文里没有单独成行的“${text}”，或次序不对`,
        help: '照原文整行写，按原文的先后排列，或从 omitted 里删去',
      });
  }
  return { lines, findings };
}

type TextContext = Pick<CheckContext, 'fragments' | 'file' | 'received' | 'lineOf'> & {
  letter: Pick<DraftLetter, 'source'>;
};

/**
 * The edition says what the received file says, character for character, white space and hidden
 * characters aside. Texts that the edition leaves out are listed in `source.omitted`, in the order of
 * the file.
 */
export function checkText({ letter, fragments, file, received, lineOf }: TextContext): Finding[] {
  const { lines, findings } = removeOmitted(received.text, letter.source.omitted);
  const source = lines.flatMap((line, index) => charactersOf(line, index + 1));
  const edition = fragments.flatMap(({ id, text }) => charactersOf(text, id));
  const differences = findDifferences(source, edition).map((difference): Finding => {
    const fragment = (edition[difference.edition] ?? edition.at(-1))?.place ?? 'title';
    const line = (source[difference.received] ?? source.at(-1))?.place ?? 1;
    return {
      fragment,
      message: [
        `第 ${difference.received + 1} 字与收到的原文不同（空白不计）`,
        `  收到的原文 ${received.file}:${line}  ${quote(source, difference.received)}`,
        `  本站的文本 ${file}:${lineOf({ fragment })}  ${quote(edition, difference.edition)}`,
      ].join('\n    '),
      help: '照收到的原文改正；原文本身有误的，也照录，另加编者注；原文有 & * _ < [ 等符号的，在前面加 \\，网址里的不加，改在 https 后面加，如 https\\://……',
    };
  });
  return [...findings, ...differences];
}
