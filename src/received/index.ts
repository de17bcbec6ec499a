import { readArchive } from './archive.ts';
import {
  compareReadings,
  countMarkdown,
  countText,
  countWord,
  OpenPackage,
  withoutRules,
} from './count/index.ts';
import { decodeText, isUtf32 } from './decode.ts';
import { limitBytes, limitMarkdown, limitText } from './limits.ts';
import type { Reading } from './lines.ts';
import { markdownAsides } from './markdown-asides.ts';
import { markdownLines } from './markdown-lines.ts';
import { textLines } from './text-lines.ts';
import { findTraces } from './traces.ts';
import { COPIED, UNREADABLE, Unreadable } from './unreadable.ts';
import { readWord } from './word.ts';

/** Endings of received files beside their edition `273.md`: `273.txt`, `273.docx`, `273.source.md`. */
export const ENDINGS = ['txt', 'docx', 'source.md'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Reads a text file as lines. Throws `Unreadable` if its encoding is unknown. */
export function readText(bytes: Uint8Array, ending: Exclude<Ending, 'docx'> = 'txt'): Reading {
  limitBytes(bytes.length);
  if (isUtf32(bytes)) throw new Unreadable(...UNREADABLE.utf32);
  const decoded = decodeText(bytes);
  if (!decoded) throw new Unreadable(...UNREADABLE.encoding);
  const { text, encoding } = decoded;
  limitText(text);
  if (ending === 'source.md') limitMarkdown(text);
  const lines = (ending === 'txt' ? textLines : markdownLines)(text);
  const counted = ending === 'txt' ? countText(text) : countMarkdown(text);
  const read = ending === 'txt' ? lines.map((line) => ({ text: withoutRules(line.text) })) : lines;
  const differences = compareReadings(counted, read);
  const asides = ending === 'txt' ? [] : markdownAsides(text);
  return { encoding, lines, lost: counted.unlike, differences, asides, traces: [] };
}

/** Reads a Word file as lines, and compares them with a count of its words. Throws `Unreadable`. */
async function readWordFile(bytes: Uint8Array): Promise<Reading> {
  limitBytes(bytes.length);
  const parts = await readArchive(bytes);
  // Comes first, since the count refuses files that are too large.
  const opened = new OpenPackage(parts);
  const counted = countWord(opened);
  const lines = readWord(parts);
  limitText(lines.map(({ text }) => text).join('\n'));
  const differences = compareReadings(counted, lines);
  const [first] = differences;
  if (first && lines.every(({ text }) => text.trim() === ''))
    throw new Unreadable(`文件的正文是空的，字都在${first.in}里`, COPIED);
  // Signs that were not read are differences.
  const isRead = (kind: string) =>
    kind !== '符号字体的符号' || differences.every((one) => one.in !== '符号');
  return {
    encoding: undefined,
    lines,
    lost: counted.unlike.filter(isRead),
    differences,
    asides: [],
    traces: findTraces(opened),
  };
}

/** Reads a received file as lines; the same bytes always result in the same lines. Throws `Unreadable`. */
export const readReceived = async (bytes: Uint8Array, ending: Ending): Promise<Reading> =>
  ending === 'docx' ? readWordFile(bytes) : readText(bytes, ending);

/** The whole text of a received file, with a line for each of its lines. */
export const wholeText = ({ lines }: Pick<Reading, 'lines'>): string =>
  lines.map(({ text }) => text).join('\n');
