import type { DraftFacts, Facts } from './schema/letter.ts';
import type { Figures } from './schema/figures.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Body } from './body.ts';

export type * from './body.ts';

/** The file that a letter was made from. */
export interface ReceivedFile {
  /** Its path below `content/`: `rd17-3/273.docx`. */
  file: string;
  /** For text files: UTF-8, UTF-16 or GB18030. */
  encoding: string | undefined;
  /** The text that is published in place of the file, if the file itself is not for the public. */
  publicText?: string;
  /** True if the file is a public copy: the received file with withheld words replaced. */
  isPublicCopy: boolean;
}

/** A reply letter as one value: no HTML, no addresses beyond its own key, such as `rd17-3/273`. */
export interface Letter extends Facts, Body {
  key: string;
  /** True if the title is editorial: the letter has none. */
  titleSupplied: boolean;
  received: ReceivedFile;
  /** The figures that the letter states, if they have been gathered. */
  figures?: Figures;
  /** The text of the proposal that the letter answers, if it is beside the letter: a text of its own. */
  proposalText?: Letter;
  /** The SHA-256 of the received file as it is published, in hex. */
  sha256: string;
}

/** Letters, each followed by the text of its proposal: every text that has a page and a received file. */
export const publishedTexts = (letters: Letter[]): Letter[] =>
  letters.flatMap((letter) => [letter, letter.proposalText ?? []].flat());

/** A letter that waits for answers: it is shown while editing, never published. */
export type DraftLetter = Omit<Letter, 'proposal'> & Pick<DraftFacts, 'proposal'>;

/** A draft with its questions and its diagnostics; `letter` is set if it could be read. */
export interface Draft {
  file: string;
  key: string;
  questions: NonNullable<Facts['questions']>;
  diagnostics: Diagnostic[];
  letter?: DraftLetter;
}
