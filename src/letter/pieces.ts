import { textOf } from './inline.ts';
import type { Block, Body, Letter, Section } from './types.ts';

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

/** The whole letter as it was received, in its order; nothing that was added here. */
export const pieces = (letter: Letter): Piece[] => [
  { at: 'title', text: letter.title.join('') },
  { at: 'to', text: letter.salutation },
  ...bodyPieces(letter),
  ...letter.signatories.map((text) => ({ at: 'sign', text })),
  { at: 'date', text: letter.date.printed },
  ...(letter.copies ? [{ at: 'cc', text: letter.copies.printed }] : []),
  ...(letter.contact?.lines ?? []).map((text) => ({ at: 'contact', text })),
];

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
