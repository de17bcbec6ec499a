/**
 * Running text: words, a link (in notes, and from the letter to another letter of the site), or a mark that refers to a note: `note` is the note's id,
 * `ref` the mark's own. Text with `isMark` replaces withheld words.
 */
export type Inline =
  | { type: 'text'; value: string; isMark?: boolean }
  | NoteReference
  | { type: 'link'; href: string; text: string; isEditorial?: boolean };

/** A piece of a fragment: words of the letter, or the mark that replaces withheld words. */
export interface Piece {
  text: string;
  isMark: boolean;
}

export interface NoteReference {
  type: 'note';
  number: number;
  note: string;
  ref: string;
}

/** `id` is the permanent fragment, `p1`…, counted through the whole letter; `p4a` was inserted after `p4`. */
export interface Paragraph {
  type: 'paragraph';
  id: string;
  number: string;
  content: Inline[];
}

/** Rows of cells; the first row is the head. */
export interface Table {
  type: 'table';
  id: string;
  rows: Inline[][][];
}

export type Block = Paragraph | Table;

/** A measure (`s1`…), a part of a measure (`s1-1`…), or the next steps (`next`). */
export interface Section {
  id: string;
  heading: string;
  /** The heading's pieces, if words of it are withheld. */
  pieces?: Piece[];
  /** True if the heading is editorial: the letter has none here. */
  supplied: boolean;
  blocks: Block[];
  sections: Section[];
}

/** The places of a note's mark beside a fact: two in the fact box, two under the text. */
export type NotePosition = 'date above' | 'source' | 'date' | 'contact';

/** An editorial note. `refs` are the ids of the marks that refer to it, in reading order. */
export interface Note {
  number: number;
  id: string;
  refs: string[];
  paragraphs: Inline[][];
}

/** The words between salutation and signature, and the notes on the whole. */
export interface Body {
  opening: Block[];
  sections: Section[];
  closing: Block[];
  notes: Note[];
  /** The marks of the notes that facts refer to, by their positions. */
  marks: Partial<Record<NotePosition, NoteReference>>;
}

/** The text of one fragment, such as `#p4`, without editorial additions. */
export interface TextFragment {
  id: string;
  text: string;
}

/** Running text without the marks of notes. */
export const inlineText = (content: Inline[]): string =>
  content
    .map((part) => (part.type === 'text' ? part.value : part.type === 'link' ? part.text : ''))
    .join('');

const blockText = (block: Block): TextFragment => ({
  id: block.id,
  text:
    block.type === 'paragraph'
      ? inlineText(block.content)
      : block.rows.map((row) => row.map(inlineText).join('\t')).join('\n'),
});

const sectionText = (section: Section): TextFragment[] => [
  ...(section.supplied ? [] : [{ id: section.id, text: section.heading }]),
  ...section.blocks.map(blockText),
  ...section.sections.flatMap(sectionText),
];

/** The text of a body: its blocks, those of its sections among them. */
export type BodyBlocks = Pick<Body, 'opening' | 'sections' | 'closing'>;

/** Body text with each block changed, in reading order, and each section before its blocks. */
export function mapBlocks(
  { opening, sections, closing }: BodyBlocks,
  changeBlock: (block: Block) => Block,
  changeSection: (section: Section) => Section = (section) => section,
): BodyBlocks {
  const mapSection = (section: Section): Section => ({
    ...changeSection(section),
    blocks: section.blocks.map(changeBlock),
    sections: section.sections.map(mapSection),
  });
  return {
    opening: opening.map(changeBlock),
    sections: sections.map(mapSection),
    closing: closing.map(changeBlock),
  };
}

/** A block with the running text of its paragraph, or of each of its cells, changed. */
export const mapInline = (block: Block, change: (content: Inline[]) => Inline[]): Block =>
  block.type === 'paragraph'
    ? { ...block, content: change(block.content) }
    : { ...block, rows: block.rows.map((row) => row.map(change)) };

/** The text between salutation and signature. */
export const bodyText = ({ opening, sections, closing }: BodyBlocks): TextFragment[] => [
  ...opening.map(blockText),
  ...sections.flatMap(sectionText),
  ...closing.map(blockText),
];
