import { isMap, YAMLMap, YAMLSeq, type Document } from 'yaml';
import { textPattern } from '../language/loose-match.ts';
import type { DraftLetter } from '../letter/letter.ts';
import { letterText } from '../letter/text.ts';
import { splitWithheld, WITHHELD } from '../letter/withholding.ts';
import type { Place } from './places.ts';
import type { WithholdOptions } from './request.ts';

/** The numbers of the editorial marks of a fragment, from 1 on; undefined if all marks are editorial. */
function numberMarks(
  letter: DraftLetter,
  at: string,
  words: string,
): { old: number[]; new: number[] } | undefined {
  const lines = letterText(letter).filter(({ id }) => id === at);
  const pieces = splitWithheld(
    letter,
    at,
    lines.map(({ text }) => text),
  );
  const numbers = { old: [] as number[], new: [] as number[] };
  let [count, isMixed] = [0, false];
  for (const { text, isMark } of pieces.flat())
    if (isMark) numbers.old.push(++count);
    else
      for (const [found] of text.matchAll(
        new RegExp(`${WITHHELD}|${textPattern(words).source}`, 'gu'),
      )) {
        count++;
        if (found === WITHHELD) isMixed = true;
        else numbers.new.push(count);
      }
  return isMixed ? numbers : undefined;
}

/** Enters the withheld places into the front matter. */
export function declareWithheld(
  front: Document,
  letter: DraftLetter,
  places: Place[],
  options: WithholdOptions,
): void {
  const { why, on, words } = options;
  const found = front.get('withheld');
  const list = found instanceof YAMLSeq ? found : new YAMLSeq();
  if (list !== found) front.set('withheld', list);
  for (const { at, count } of places) {
    const numbers = numberMarks(letter, at, words);
    const old = list.items.filter((item) => isMap(item) && item.get('at') === at);
    for (const [index, item] of old.entries())
      if (numbers && item instanceof YAMLMap) item.set('nth', numbers.old[index]);
    for (let index = 0; index < count; index++) {
      const nth = numbers?.new[index];
      list.add(front.createNode({ at, why, on, ...(nth && { nth }) }, { flow: true }));
    }
  }
}
