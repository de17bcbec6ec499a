import { visibleText } from '../../language/hidden.ts';
import { editScript, type Hunk } from './edit-script.ts';
import type { Mark, Occurrence, Place, SecondReading } from './occurrence.ts';

/** The kind of a difference: the place of the words, or the way in which the file shows them. */
export type DifferenceKind = Place | '修订' | '隐藏文字' | '看不见的字' | '删除线';

/** A difference between the second reading of a received file and its reading. */
export interface Difference {
  in: DifferenceKind;
  /** The words, without white space at their ends; `''` for a sign that is drawn without words. */
  words: string;
  /** The running text before the place, up to twelve characters; `''` at its beginning and for headers. */
  after: string;
  /** The reading at that place: the same words, nothing, or other words. */
  reading: 'same' | 'nothing' | { other: string };
}

/**
 * Returns the declaration of a difference in an edition: its kind, and the words, or the words that were read
 * instead.
 */
export const declarationOf = ({
  in: kind,
  words,
  reading,
}: Difference): { in: DifferenceKind; words: string } => ({
  in: kind,
  words: words || (typeof reading === 'object' ? reading.other : ''),
});

/** The kinds of difference for words that the file does not show as plain text. */
const SHOWN: [Mark, DifferenceKind][] = [
  ['deleted', '修订'],
  ['revised', '修订'],
  ['hidden', '隐藏文字'],
  ['faint', '看不见的字'],
  ['struck', '删除线'],
  ['changing', '域'],
];

/**
 * A character that the reading must contain. For a sign, `char` is its description, which another character
 * may replace.
 */
interface Expected {
  char: string;
  from: Occurrence;
}

/**
 * Compares the words counted in a file with the lines read from it, white space and hidden characters aside.
 * Repetitions of other words and words that are never printed are no differences.
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

/** Finds the differences between the running text and the reading. */
function missing(expected: Expected[], read: string[]): Difference[] {
  const texts = expected.map(({ char, from }) => (from.sign ? '' : char));
  const hunks = editScript(texts, read);
  if (!hunks) return paragraphsMissing(expected, read);
  return hunks.flatMap((hunk) => differencesOf(alignHunk(hunk, expected), expected, read));
}

/**
 * Returns the same edit, moved to the start of an occurrence if possible: if “村村通” is read with a single 村,
 * either 村 may be called missing.
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

/** Returns the differences of an edit: missing words, grouped by occurrence, and superfluous words. */
function differencesOf(hunk: Hunk, expected: Expected[], read: string[]): Difference[] {
  const left = expected.slice(hunk.from, hunk.to);
  const extra = read.slice(hunk.readFrom, hunk.readTo);
  const lost = left.filter(({ from }) => {
    if (!from.sign) return true;
    const wrong = extra.findIndex((char) => !from.sign!(char));
    const fitting = wrong < 0 ? extra.length : wrong;
    // Another sign needs a character of its own.
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

/** Returns the paragraphs that are not complete in the reading, for a reading that is an entirely different text. */
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

/** Finds the words outside the running text, and those that the file does not show as plain text. */
function shownOtherwise(counted: Occurrence[]): Difference[] {
  type Found = Difference & { paragraph: number; last: number };
  const found: Found[] = [];
  /** The latest difference of each kind. */
  const latestOf = new Map<DifferenceKind, Found>();
  let running = '';
  const put = (
    kind: DifferenceKind,
    { words, paragraph }: Occurrence,
    index: number,
    read: boolean,
  ) => {
    const reading = read ? 'same' : 'nothing';
    const latest = latestOf.get(kind);
    const open =
      latest?.paragraph === paragraph && latest.last === index - 1 && latest.reading === reading;
    const after = /^页[眉脚]$/.test(kind) ? '' : running.slice(-12);
    if (open) Object.assign(latest, { words: latest.words + words, last: index });
    else {
      const difference = { in: kind, words, after, reading, paragraph, last: index } as const;
      latestOf.set(kind, difference);
      found.push(difference);
    }
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
