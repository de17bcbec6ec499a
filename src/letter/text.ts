import type { Inline } from './letter.ts';

import { PART_ORDER, type Part } from './parts.ts';
import type { Block, Body, DraftLetter, Letter, Section } from './letter.ts';

/** A run of the letter's own words and the place where it stands: a fragment id. */
export interface TextFragment {
  id: string;
  text: string;
}

const blockPiece = (block: Block): TextFragment => ({
  id: block.id,
  text:
    block.type === 'paragraph'
      ? inlineText(block.content)
      : block.rows.map((row) => row.map(inlineText).join('\t')).join('\n'),
});

const sectionPieces = (section: Section): TextFragment[] => [
  ...(section.supplied ? [] : [{ id: section.id, text: section.heading }]),
  ...section.blocks.map(blockPiece),
  ...section.sections.flatMap(sectionPieces),
];

/** The words between salutation and signature. */
export const bodyText = ({ opening, sections, closing }: Omit<Body, 'notes'>): TextFragment[] => [
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

const partPieces = (letter: AnyLetter, part: Part): TextFragment[] =>
  part === 'body'
    ? bodyText(letter)
    : PARTS[part](letter).flatMap((text) => (text === undefined ? [] : { id: part, text }));

/** The parts that a letter has, in its own order. */
export const presentParts = (letter: AnyLetter): Part[] =>
  (letter.order ?? PART_ORDER).filter((part) => partPieces(letter, part).length > 0);

/** The whole letter as it was received, in its order; nothing that was added here. */
export const letterText = (letter: AnyLetter): TextFragment[] =>
  presentParts(letter).flatMap((part) => partPieces(letter, part));

/** Documents that the letter cites: 《title》 and, where one follows, its number （慈政办发〔2019〕37号）. */
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

/** What a reader reads: the words, without the marks of notes. */
export const inlineText = (content: Inline[]): string =>
  content
    .map((part) => (part.type === 'text' ? part.value : part.type === 'link' ? part.text : ''))
    .join('');
