import type { DraftFacts, Facts } from './schema/letter.ts';
import type { Figures } from './schema/figures.ts';
import type { Diagnostic } from '../diagnostics.ts';

/**
 * Running text: words, a link (in notes only), or a mark that refers to a note:
 * `note` is the note's id, `ref` the mark's own.
 */
export type Inline =
  { type: 'text'; value: string } | NoteReference | { type: 'link'; href: string; text: string };

export interface NoteReference {
  type: 'note';
  number: number;
  note: string;
  ref: string;
}

/** `id` is the frozen fragment, `p1`…, counted through the whole letter; `p4a` came in after `p4`. */
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

/** A measure (`s1`…), a part of one (`s1-1`…), or the next steps (`next`). */
export interface Section {
  id: string;
  heading: string;
  /** The heading is ours: the letter has none here. */
  supplied: boolean;
  blocks: Block[];
  sections: Section[];
}

/** Where a fact may carry a note's mark: two in the fact box, two under the text. */
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
  /** The marks of the notes that facts refer to, by the place where they stand. */
  marks: Partial<Record<NotePosition, NoteReference>>;
}

/** The file that a letter was made from. */
export interface ReceivedFile {
  /** Its path below `content/`: `rd17-3/273.docx`. */
  file: string;
  /** Of text files: UTF-8, UTF-16 or GB18030. */
  encoding: string | undefined;
}

/** A reply letter as one value: no HTML, no addresses beyond its own key, such as `rd17-3/273`. */
export interface Letter extends Facts, Body {
  key: string;
  /** The title is ours: the letter has none. */
  titleSupplied: boolean;
  received: ReceivedFile;
  /** The figures it states, where they have been gathered. */
  figures?: Figures;
  /** The SHA-256 of the file it was made from, in hex. */
  sha256: string;
}

/** A letter that waits for answers: it is shown while editing, never published. */
export type DraftLetter = Omit<Letter, 'proposal'> & Pick<DraftFacts, 'proposal'>;

/** A draft, its questions, and what else is wrong with it; `letter` where it can be read at all. */
export interface Draft {
  file: string;
  key: string;
  questions: NonNullable<Facts['questions']>;
  diagnostics: Diagnostic[];
  letter?: DraftLetter;
}
