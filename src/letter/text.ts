import { bodyText, type TextFragment } from './body.ts';
import type { DraftLetter, Letter } from './letter.ts';
import { isLineLayout, PART_ORDER, PARTS, type Part } from './parts.ts';

/** A letter, published or not. */
type AnyLetter = Letter | DraftLetter;

/**
 * Returns the text of a part: one fragment for each line, or the fragments of the body. Empty if the letter
 * lacks the part.
 */
export const partText = (letter: AnyLetter, part: Part): TextFragment[] =>
  PARTS[part].text(letter).map((text) => (typeof text === 'string' ? { id: part, text } : text));

/** The parts that a letter has, in its own order. */
export const presentParts = (letter: AnyLetter): Part[] =>
  (letter.order ?? PART_ORDER).filter((part) => partText(letter, part).length > 0);

/** The parts that a letter has above its title, and those below it, as a page sets them. */
export function partsAroundTitle(letter: AnyLetter): { above: Part[]; below: Part[] } {
  const order = letter.order ?? PART_ORDER;
  const isAbove = (part: Part) => order.indexOf(part) < order.indexOf('title');
  const parts = presentParts(letter).filter((part) => part !== 'title');
  return { above: parts.filter(isAbove), below: parts.filter((part) => !isAbove(part)) };
}

/** Returns true if a letter has sub-headings, or parts in lines of their own other than the salutation. */
export const hasOwnLines = (letter: AnyLetter): boolean =>
  letter.sections.some(({ sections }) => sections.length > 0) ||
  presentParts(letter).some((part) => isLineLayout(PARTS[part].layout) && part !== 'to');

/** The whole text of a letter as it was received, in its order, without editorial additions. */
export const letterText = (letter: AnyLetter): TextFragment[] =>
  presentParts(letter).flatMap((part) => partText(letter, part));

/** Documents that the letter cites: 《title》 and, if it follows, its number （慈政办发〔2019〕37号）. */
export function citedDocuments(letter: Letter): { title: string; number?: string }[] {
  const text = bodyText(letter)
    .map((piece) => piece.text)
    .join('\n');
  const cited = new Map<string, { title: string; number?: string }>();
  for (const [, title = '', number] of text.matchAll(
    /《([^《》]+)》(?:（([^（）]*〔\d{4}〕\d+号)）)?/g,
  ))
    if (title !== letter.proposal.title) cited.set(title, { title, ...(number && { number }) });
  return [...cited.values()];
}
