import type { Letter } from '../letter/letter.ts';
import type { TextFragment } from '../letter/body.ts';
import type { Site } from '../content/site-schema.ts';

/** A format of a letter: one file beside its page, made only from the letter, never from another file. */
export interface Format {
  /** Its file name. The ending decides the media type (`outputs/media-types.ts`); `.html` is for pages only. */
  file: string;
  /** Its name in the list of downloads, in Chinese. */
  label: string;
  /** The HTML and FAIR Signposting link types with which the page announces it. */
  rels: ('alternate' | 'describedby' | 'item')[];
  /** Makes the file. `formats` are all formats of the letter. */
  render(
    letter: Letter,
    site: Site,
    formats: AnnouncedFormat[],
  ): string | Uint8Array | Promise<Uint8Array>;
  /**
   * Reads the letter's own words back from the bytes of the file, without anything editorial and without the
   * code that made it; white space does not count. The build compares them with the letter and fails if they
   * differ. Null if the file does not contain the letter's text.
   */
  words: ((content: Uint8Array) => string | Promise<string>) | null;
  /** The fragments that `words` must return, in the order of the file. Defaults to the whole letter in its own order. */
  text?: (letter: Letter) => TextFragment[];
  /** The SHA-256 of the file in hex, if the letter alone determines every byte. The build compares it. */
  sha256?: (letter: Letter) => string;
  /** The number of its pages, if it has pages. */
  pages?: (content: Uint8Array) => number;
}

/** A format with its media type, as the page and other files announce it. */
export interface AnnouncedFormat extends Format {
  /** With a charset only if that is not UTF-8. */
  mediaType: string;
}
