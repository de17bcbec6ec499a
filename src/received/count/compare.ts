import { visibleText } from '../../language/hidden.ts';
import { editScript, type Hunk } from './edit-script.ts';
import type { Mark, Occurrence, Place, SecondReading } from './occurrence.ts';

/** What is wrong with words that were read, or not read: a place, or how the file shows them. */
export type DifferenceKind = Place | '修订' | '隐藏文字' | '删除线';

/** A difference between the second reading of a received file and its reading. */
export interface Difference {
  in: DifferenceKind;
  /** The words, without white space at their ends; `''` of what is drawn without words. */
  words: string;
  /** The running text before the place, up to twelve characters; `''` at its beginning and of headers. */
  after: string;
  /** What the reading has: the words themselves, nothing, or something else. */
  reading: 'same' | 'nothing' | { other: string };
}

/** What declares a difference in an edition: its kind, and the words, or what was read instead. */
export const declarationOf = ({
  in: kind,
  words,
  reading,
}: Difference): { in: DifferenceKind; words: string } => ({
  in: kind,
  words: words || (typeof reading === 'object' ? reading.other : ''),
});

/** How the words are shown otherwise than the reading has them. */
const SHOWN: [Mark, DifferenceKind][] = [
  ['deleted', '修订'],
  ['revised', '修订'],
  ['hidden', '隐藏文字'],
  ['struck', '删除线'],
  ['changing', '域'],
];

/** A character that the reading has to have; of a sign, its words, for which another may stand. */
interface Expected {
  char: string;
  from: Occurrence;
}

/**
 * Compares what was counted in a file with the lines that were read of it, white space and hidden
 * characters aside. A repetition of other words, and what is printed nowhere, is no difference.
 */
export function compareReadings(
  { occurrences }: SecondReading,
  lines: readonly { text: string }[],
): Difference[] {
  const counted = occurrences.filter(
    ({ repeated, marks }) => !repeated && !marks.includes('unprinted'),
  );
  const expected = counted.flatMap((from): Expected[] =>
    !from.running || from.marks.includes('deleted')
      ? []
      : from.sign
        ? [{ char: from.words, from }]
        : [...visibleText(from.words)].map((char) => ({ char, from })),
  );
  const read = [...visibleText(lines.map(({ text }) => text).join('\n'))];
  return [...missing(expected, read), ...shownOtherwise(counted)];
}

/** Where the running text and the reading part. */
function missing(expected: Expected[], read: string[]): Difference[] {
  const texts = expected.map(({ char, from }) => (from.sign ? '' : char));
  const hunks = editScript(texts, read);
  if (!hunks) return paragraphsMissing(expected, read);
  return hunks.flatMap((hunk) => differencesOf(alignHunk(hunk, expected), expected, read));
}

/**
 * The same edit, moved so that it begins where an occurrence does, if there is such a place: of
 * “村村通” without one 村, either may be called the missing one.
 */
function alignHunk(hunk: Hunk, expected: Expected[]): Hunk {
  const length = hunk.to - hunk.from;
  if (hunk.readFrom !== hunk.readTo || length === 0) return hunk;
  const starts = (at: number) => expected[at - 1]?.from !== expected[at]?.from;
  const fits = (at: number) => Number(starts(at)) + Number(starts(at + length));
  let best = hunk;
  for (const step of [-1, 1])
    for (let moved = 0; Math.abs(moved) < 200; moved += step) {
      const at = hunk.from + moved;
      const [leaves, enters] = step < 0 ? [at + length - 1, at - 1] : [at, at + length];
      if (fits(at) > fits(best.from))
        best = {
          from: at,
          to: at + length,
          readFrom: hunk.readFrom + moved,
          readTo: hunk.readFrom + moved,
        };
      if (expected[enters] === undefined || expected[enters].from.sign) break;
      if (expected[leaves]?.from.sign || expected[leaves]?.char !== expected[enters].char) break;
    }
  return best;
}

/** What an edit says: words that are missing, each occurrence's together, and words too many. */
function differencesOf(hunk: Hunk, expected: Expected[], read: string[]): Difference[] {
  const left = expected.slice(hunk.from, hunk.to);
  const extra = read.slice(hunk.readFrom, hunk.readTo);
  const lost = left.filter(({ from }) => {
    if (!from.sign) return true;
    const wrong = extra.findIndex((char) => !from.sign!(char));
    const fitting = wrong < 0 ? extra.length : wrong;
    // Another sign after this one needs a character of its own.
    const others = left.filter((one) => one.from.sign && one.from !== from).length;
    const taken = others === 0 ? fitting : Math.min(fitting, 1);
    extra.splice(0, taken);
    return taken === 0;
  });
  const after = before(expected, hunk.from);
  const other = extra.join('');
  const groups = Map.groupBy(lost, ({ from }) =>
    from.sign ? from : `${from.paragraph} ${from.in}`,
  );
  if (groups.size === 0)
    return other === '' ? [] : [{ in: '正文', words: '', after, reading: { other } }];
  return [...groups.values()].map((group, index): Difference => ({
    in: group[0]!.from.in,
    words: group.map(({ char }) => char).join(''),
    after,
    reading: other !== '' && index === 0 ? { other } : 'nothing',
  }));
}

const before = (expected: Expected[], at: number): string =>
  expected
    .slice(Math.max(0, at - 12), at)
    .flatMap(({ char, from }) => (from.sign ? [] : char))
    .join('');

/** Of a reading that is quite another text: each paragraph that it has not whole. */
function paragraphsMissing(expected: Expected[], read: string[]): Difference[] {
  const text = read.join('');
  const groups = [...Map.groupBy(expected, ({ from }) => from.paragraph).values()];
  const lost = groups.flatMap((group): Difference[] => {
    const words = group.flatMap(({ char, from }) => (from.sign ? [] : char)).join('');
    return text.includes(words)
      ? []
      : [{ in: group[0]!.from.in, words, after: '', reading: 'nothing' }];
  });
  return lost.length > 0
    ? lost
    : [{ in: '正文', words: '', after: '', reading: { other: `${text.slice(0, 12)}…` } }];
}

/** Words beside the running text, and words that the file shows otherwise than as plain text. */
function shownOtherwise(counted: Occurrence[]): Difference[] {
  const found: (Difference & { paragraph: number; last: number })[] = [];
  let running = '';
  const put = (
    kind: DifferenceKind,
    { words, paragraph }: Occurrence,
    index: number,
    read: boolean,
  ) => {
    const reading = read ? 'same' : 'nothing';
    const open = found.find(
      (one) =>
        one.in === kind &&
        one.paragraph === paragraph &&
        one.last === index - 1 &&
        one.reading === reading,
    );
    const after = /^页[眉脚]$/.test(kind) ? '' : running.slice(-12);
    if (open) Object.assign(open, { words: open.words + words, last: index });
    else found.push({ in: kind, words, after, reading, paragraph, last: index });
  };
  counted.forEach((one, index) => {
    const isRead = one.running && !one.marks.includes('deleted');
    const kinds = SHOWN.flatMap(([mark, kind]) => (one.marks.includes(mark) ? kind : []));
    for (const kind of new Set(kinds))
      if (one.words === '' || visibleText(one.words) !== '') put(kind, one, index, isRead);
    if (!one.running && kinds.length === 0) put(one.in, one, index, false);
    if (isRead && !one.sign) running = (running + visibleText(one.words)).slice(-40);
  });
  const seen = new Set<string>();
  return found.flatMap(({ in: kind, words, after, reading }) => {
    const key = `${kind}\n${visibleText(words)}\n${words === '' ? after : ''}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return { in: kind, words: words.trim(), after, reading };
  });
}
