import type { Letter } from '../letter/letter.ts';
import type { FormatInfo } from '../head/format-info.ts';
import type { Site } from '../content/site-schema.ts';

/** A form of the letter, made from the letter alone, never from another form. */
export interface Format extends FormatInfo {
  render(
    letter: Letter,
    site: Site,
    formats: FormatInfo[],
  ): string | Uint8Array | Promise<Uint8Array>;
}
