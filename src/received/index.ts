import { decodeText } from './decode.ts';
import type { Reading } from './lines.ts';
import { markdownLines } from './markdown-lines.ts';
import { textLines } from './text-lines.ts';
import { UNREADABLE, Unreadable } from './unreadable.ts';
import { readWord } from './word.ts';

/** How a received file is kept beside its edition `273.md`: as it came, under an ending that says what it is. */
export const ENDINGS = ['txt', 'docx', 'source.md'] as const;
export type Ending = (typeof ENDINGS)[number];

/** A text file as lines; throws `Unreadable` where it is in no encoding known here. */
export function readText(bytes: Uint8Array, ending: Exclude<Ending, 'docx'> = 'txt'): Reading {
  const decoded = decodeText(bytes);
  if (!decoded) throw new Unreadable(...UNREADABLE.encoding);
  const { text, encoding } = decoded;
  return { encoding, lines: (ending === 'txt' ? textLines : markdownLines)(text), lost: [] };
}

/** A received file as lines of text, always the same for the same bytes. Throws `Unreadable`. */
export const readReceived = async (bytes: Uint8Array, ending: Ending): Promise<Reading> =>
  ending === 'docx' ? readWord(bytes) : readText(bytes, ending);

/** The whole text of a reading, one line of the file a line. */
export const wholeText = ({ lines }: Reading): string => lines.map(({ text }) => text).join('\n');
