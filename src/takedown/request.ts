import { visibleText } from '../language/hidden.ts';
import { letterText } from '../letter/text.ts';
import { RECEIVED_PLACE, WITHHELD } from '../letter/withholding.ts';
import { Refusal } from '../refusal.ts';
import type { Place } from './places.ts';
import { findAllPlaces, locate, type Source } from './source.ts';

/** What to withhold. */
export interface WithholdOptions {
  key: string;
  /** The place of the words: a fragment, a note's, or a name of the front matter. */
  at: string;
  words: string;
  why: string;
  /** The day of the decision, `2026-12-01`. */
  on: string;
  /** Replaces every occurrence of the words: in the letter, in the editorial texts, and in the received file. */
  all: boolean;
}

const REMEDY_PLACE = '--at 写段号或部分的名称，如';

/** Throws a Refusal if the words cannot be withheld as asked; returns their places. */
export function checkRequest(source: Source, { at, words, all }: WithholdOptions): Place[] {
  const { letter, input } = source;
  const { file } = input.edition;
  const refuse = (line: number, message: string, help: string): never => {
    throw new Refusal([{ file, line, message, help }]);
  };
  const fragments = new Set(letterText(letter).map(({ id }) => id));
  const others = ['summary', 'keywords', 'proposal', 'corrections', 'persons', 'signatories'];
  const known = [
    ...fragments,
    ...letter.notes.map(({ id }) => id),
    ...others,
    ...(source.figures ? ['figures'] : []),
    RECEIVED_PLACE,
  ];
  if (!known.includes(at))
    refuse(1, `没有 ${at} 这个位置`, `${REMEDY_PLACE} ${[...fragments].join('、')}`);
  const visible = visibleText(words);
  if (visible === '' || WITHHELD.includes(visible) || visible.includes(WITHHELD))
    refuse(1, '--words 里没有可以换掉的字', '写要换掉的原话；不要写（依法不公开）里的字');
  const places = findAllPlaces(source, words);
  if (!places.some((place) => place.at === at)) {
    const line = fragments.has(at) ? source.lineOf({ fragment: at }) : 1;
    const isDone = letter.withheld.some((entry) => entry.at === at);
    const done = isDone ? '；这里已有（依法不公开），也许已经换过' : '';
    const where = places.map((place) => place.at).join('、');
    refuse(
      line,
      `${at} 里没有这几个字${done}`,
      where ? `它们在 ${where}，改正 --at` : '照原文写 --words',
    );
  }
  if (!all && places.reduce((total, { count }) => total + count, 0) > 1)
    throw new Refusal(
      places.map((place) => {
        const [placeFile, line] = locate(source, place);
        return {
          file: placeFile,
          line,
          message: `${place.at} 里有 ${place.count} 处`,
          help: '几处都换掉的，加 --all；只换一处的，把 --words 写长一些，到只有这一处',
        };
      }),
    );
  return places;
}
