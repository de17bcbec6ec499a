import { textOf } from './inline.ts';
import { USUAL_ORDER, type Part } from './order.ts';
import type { Block, Body, DraftLetter, Letter, Section } from './types.ts';

/** A run of the letter's own words and the place where it stands: a fragment id. */
export interface Piece {
  at: string;
  text: string;
}

const blockPiece = (block: Block): Piece => ({
  at: block.id,
  text:
    block.type === 'paragraph'
      ? textOf(block.content)
      : block.rows.map((row) => row.map(textOf).join('\t')).join('\n'),
});

const sectionPieces = (section: Section): Piece[] => [
  ...(section.supplied ? [] : [{ at: section.id, text: section.heading }]),
  ...section.blocks.map(blockPiece),
  ...section.sections.flatMap(sectionPieces),
];

/** The words between salutation and signature. */
export const bodyPieces = ({ opening, sections, closing }: Omit<Body, 'notes'>): Piece[] => [
  ...opening.map(blockPiece),
  ...sections.flatMap(sectionPieces),
  ...closing.map(blockPiece),
];

/** A letter, published or not. */
type AnyLetter = Letter | DraftLetter;

/** The words of each part but the body; a part that the letter lacks has none. */
const PARTS: Record<Exclude<Part, 'body'>, (letter: AnyLetter) => (string | undefined)[]> = {
  doc: ({ docNumber }) => [docNumber],
  title: ({ title, titleSupplied }) => (titleSupplied ? [] : [title.join('')]),
  to: ({ salutation }) => [salutation ?? undefined],
  attachments: ({ attachments }) => attachments ?? [],
  sign: ({ signature, signatories }) => signature ?? signatories,
  date: ({ date }) => [date?.printed],
  remarks: ({ remarks }) => remarks ?? [],
  cc: ({ copies }) => [copies?.printed],
  contact: ({ contact }) => contact?.lines ?? [],
};

const partPieces = (letter: AnyLetter, part: Part): Piece[] =>
  part === 'body'
    ? bodyPieces(letter)
    : PARTS[part](letter).flatMap((text) => (text === undefined ? [] : { at: part, text }));

/** The parts that a letter has, in its own order. */
export const partsOf = (letter: AnyLetter): Part[] =>
  (letter.order ?? USUAL_ORDER).filter((part) => partPieces(letter, part).length > 0);

/** The whole letter as it was received, in its order; nothing that was added here. */
export const pieces = (letter: AnyLetter): Piece[] =>
  partsOf(letter).flatMap((part) => partPieces(letter, part));

/** Documents that the letter cites: 《title》 and, where one follows, its number （慈政办发〔2019〕37号）. */
export function citedDocuments(letter: Letter): { title: string; number?: string }[] {
  const text = bodyPieces(letter)
    .map((piece) => piece.text)
    .join('\n');
  const cited = new Map<string, { title: string; number?: string }>();
  for (const [, title = '', number] of text.matchAll(
    /《([^《》]+)》(?:（([^（）]*〔\d{4}〕\d+号)）)?/g,
  ))
    if (title !== letter.proposal.title) cited.set(title, { title, ...(number && { number }) });
  return [...cited.values()];
}
