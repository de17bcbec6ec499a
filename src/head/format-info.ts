import type { Letter } from '../letter/letter.ts';

/** What a page announces of another form of the letter. */
export interface FormatInfo {
  /** Its file beside the letter's page. */
  file: string;
  mediaType: string;
  /** Its name in the list of downloads. */
  label: string;
  /** FAIR Signposting and HTML link types that announce it. */
  rels: ('alternate' | 'describedby' | 'item')[];
  /** Hex; only where every build gives the same bytes. */
  sha256?: (letter: Letter) => string;
  /** How many pages it has, if it has any. */
  pages?: (content: Uint8Array) => number;
}
