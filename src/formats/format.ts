import type { Letter } from '../letter/types.ts';
import type { FormatInfo } from '../metadata/format-info.ts';
import type { Site } from '../site/schema.ts';

/** A form of the letter, made from the letter alone, never from another form. */
export interface Format extends FormatInfo {
  render(
    letter: Letter,
    site: Site,
    formats: FormatInfo[],
  ): string | Uint8Array | Promise<Uint8Array>;
}
