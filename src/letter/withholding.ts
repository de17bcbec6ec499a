import {
  mapBlocks,
  mapInline,
  type Block,
  type BodyBlocks,
  type Inline,
  type Piece,
  type Section,
  type TextFragment,
} from './body.ts';
import { isNumberedFragment, NEXT_STEPS } from './fragment.ts';
import type { DraftLetter, Letter } from './letter.ts';
import { isPart } from './parts.ts';
import { letterText } from './text.ts';

/** The mark that replaces words withheld by law. */
export const WITHHELD = '（依法不公开）';

type AnyLetter = Letter | DraftLetter;

/** The bytes of the public copy of a received file: its text as UTF-8. */
export const encodePublicText = (text: string): Uint8Array =>
  new TextEncoder().encode(text.endsWith('\n') ? text : `${text}\n`);

/** The number of marks in a text. */
export const countWithheld = (text: string): number => text.split(WITHHELD).length - 1;

/** The place of words of the received file that do not belong to the letter, such as an omitted line. */
export const RECEIVED_PLACE = 'source';

/** Returns true for a place with words of the received file: a fragment of the letter, or an omitted line. */
export const isReceivedPlace = (at: string): boolean =>
  isPart(at) || isNumberedFragment(at) || at === NEXT_STEPS || at === RECEIVED_PLACE;

/** The lines of a fragment cut at the marks in it; marks that the letter itself prints count as words. */
export function splitWithheld(
  { withheld }: Pick<AnyLetter, 'withheld'>,
  fragment: string,
  lines: string[],
): Piece[][] {
  const entries = withheld.filter(({ at }) => at === fragment);
  const ours = new Set(entries.flatMap(({ nth }) => nth ?? []));
  let marks = 0;
  return lines.map((line) => {
    if (entries.length === 0) return [{ text: line, isMark: false }];
    return line.split(WITHHELD).flatMap((text, index): Piece[] => {
      if (index > 0) marks++;
      const isMark = ours.size === 0 || ours.has(marks);
      return [
        ...(index > 0 ? [{ text: WITHHELD, isMark }] : []),
        ...(text === '' ? [] : [{ text, isMark: false }]),
      ];
    });
  });
}

/** The letter's own text: without the marks of withheld words, which are editorial. */
export const ownText = (letter: AnyLetter): TextFragment[] =>
  [...Map.groupBy(letterText(letter), ({ id }) => id)].flatMap(([id, fragments]) =>
    splitWithheld(
      letter,
      id,
      fragments.map(({ text }) => text),
    ).map((pieces) => ({
      id,
      text: pieces.map(({ text, isMark }) => (isMark ? '' : text)).join(''),
    })),
  );

/** Marks the texts of a block in which words are withheld. */
function markBlock(letter: Pick<AnyLetter, 'withheld'>, block: Block): Block {
  const contents = block.type === 'paragraph' ? [block.content] : block.rows.flat();
  const texts = contents.flatMap((content) =>
    content.flatMap((part) => (part.type === 'text' ? part.value : [])),
  );
  const pieces = splitWithheld(letter, block.id, texts).values();
  const markContent = (content: Inline[]): Inline[] =>
    content.flatMap((part): Inline[] =>
      part.type === 'text'
        ? (pieces.next().value ?? []).map(({ text, isMark }) => ({
            type: 'text',
            value: text,
            ...(isMark && { isMark }),
          }))
        : [part],
    );
  return mapInline(block, markContent);
}

/** Returns a body in which the marks of withheld words are distinguished from the letter's own words. */
export function markBody<B extends BodyBlocks>(body: B, letter: Pick<AnyLetter, 'withheld'>): B {
  const isWithheld = (id: string) => letter.withheld.some(({ at }) => at === id);
  const mark = (block: Block): Block => (isWithheld(block.id) ? markBlock(letter, block) : block);
  const markHeading = (section: Section): Section => {
    const [pieces] = splitWithheld(letter, section.id, [section.heading]);
    return { ...section, ...(isWithheld(section.id) && pieces && { pieces }) };
  };
  return { ...body, ...mapBlocks(body, mark, markHeading) };
}
