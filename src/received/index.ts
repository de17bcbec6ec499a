import { decodeText } from './decode.ts';
import type { Reading } from './lines.ts';
import { markdownLines } from './markdown-lines.ts';
import { textLines } from './text-lines.ts';
import { UNREADABLE, Unreadable } from './unreadable.ts';
import { readWord } from './word.ts';

/** Endings of received files beside their edition `273.md`: `273.txt`, `273.docx`, `273.source.md`. */
export const ENDINGS = ['txt', 'docx', 'source.md'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Reads a text file as lines. Throws `Unreadable` if its encoding is unknown. */
export function readText(bytes: Uint8Array, ending: Exclude<Ending, 'docx'> = 'txt'): Reading {
  const decoded = decodeText(bytes);
  if (!decoded) throw new Unreadable(...UNREADABLE.encoding);
  const { text, encoding } = decoded;
  return { encoding, lines: (ending === 'txt' ? textLines : markdownLines)(text), lost: [] };
}

/** Reads a received file as lines; the same bytes always give the same lines. Throws `Unreadable`. */
export const readReceived = async (bytes: Uint8Array, ending: Ending): Promise<Reading> =>
  ending === 'docx' ? readWord(bytes) : readText(bytes, ending);

/** The whole text of a received file, one line for each of its lines. */
export const wholeText = ({ lines }: Reading): string => lines.map(({ text }) => text).join('\n');
