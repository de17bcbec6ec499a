import type { Advice } from '../../diagnostics.ts';
import type { DraftLetter, Letter } from '../../letter/letter.ts';
import type { TextFragment } from '../../letter/body.ts';
import type { LedgerPage } from '../../permalinks/ledger.ts';
import type { Difference } from '../../received/count/index.ts';
import type { TextFile } from '../files.ts';

/** A place in an edition: a path in its front matter, or a fragment of the letter. */
export type Location = { path: PropertyKey[] } | { fragment: string };

/** A problem that a check found. The caller finds its line. */
export type Finding = Advice & Location;
/** A problem at a path of the front matter, or of a file of YAML. */
export type PathFinding = Advice & { path: PropertyKey[] };

/** The input of the checks of an edition. */
export interface CheckContext<L extends DraftLetter = Letter> {
  letter: L;
  /** The letter's own words, in its order. */
  fragments: TextFragment[];
  /** The path of the edition. */
  file: string;
  /**
   * The text of the received file, the texts that are published with the file although they are none of its
   * lines, and the traces of its authors in a Word file.
   */
  received: TextFile & { asides: string[]; traces: string[] };
  /** Differences between that text and an independent count of the received file's words. */
  differences: Difference[];
  /** The text of the file as received, if `received` is a public copy and the original is at hand. */
  original: TextFile | undefined;
  /** The ledger's record of the letter's page; undefined before it is published. */
  recorded: LedgerPage | undefined;
  /** The line of the edition on which a location is. */
  lineOf: (location: Location) => number;
}

/** A check of an edition. Checks do not depend on each other. */
export type Check<L extends DraftLetter = Letter> = (context: CheckContext<L>) => Finding[];
