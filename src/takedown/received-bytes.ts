import { WITHHELD } from '../letter/withholding.ts';
import { decodeText } from '../received/decode.ts';
import { UNREADABLE, Unreadable } from '../received/unreadable.ts';

/** The mark in GB18030, which no encoder of Node writes. */
const MARK_GB18030 = Buffer.from('A3A8D2C0B7A8B2BBB9ABBFAAA3A9', 'hex');

/**
 * The encoding of a text file: the number of bytes before its text, the number of bytes of a piece of text,
 * and the bytes of the mark.
 */
interface Codec {
  start: number;
  length(piece: string, from: number): number;
  mark: Uint8Array;
}

/** The number of bytes of a piece of text in GB18030, from a byte on: a character has one, two or four bytes. */
function lengthInGb18030(bytes: Uint8Array, from: number, piece: string): number {
  let at = from;
  for (const _ of piece) {
    const [lead = 0, second = 0] = [bytes[at], bytes[at + 1]];
    at += lead < 0x81 ? 1 : second >= 0x30 && second <= 0x39 ? 4 : 2;
  }
  return at - from;
}

function codecOf(bytes: Uint8Array, encoding: string): Codec {
  const [first, second, third] = bytes;
  if (encoding === 'GB18030')
    return {
      start: 0,
      length: (piece, from) => lengthInGb18030(bytes, from, piece),
      mark: MARK_GB18030,
    };
  if (encoding === 'UTF-16') {
    const little = Buffer.from(WITHHELD, 'utf16le');
    const marked = first === 0xff || first === 0xfe;
    // Without a byte order mark, the file is little-endian if that reading results in the decoded text.
    const isLittle = marked
      ? first === 0xff
      : new TextDecoder('utf-16le').decode(bytes) === decodeText(bytes)?.text;
    return {
      start: marked ? 2 : 0,
      length: (piece) => 2 * piece.length,
      mark: isLittle ? little : Buffer.from(little).swap16(),
    };
  }
  return {
    start: first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0,
    length: (piece) => Buffer.byteLength(piece),
    mark: Buffer.from(WITHHELD),
  };
}

/**
 * Returns the bytes of a text file in which the mark, in the file's own encoding, replaces each match. No
 * other byte changes. Throws `Unreadable` if the encoding is unknown.
 */
export function withholdInBytes(bytes: Uint8Array, pattern: RegExp): Uint8Array {
  const decoded = decodeText(bytes);
  if (!decoded) throw new Unreadable(...UNREADABLE.encoding);
  const { text, encoding } = decoded;
  const codec = codecOf(bytes, encoding);
  const kept: Uint8Array[] = [bytes.subarray(0, codec.start)];
  let [at, index] = [codec.start, 0];
  const take = (piece: string): Uint8Array => {
    const from = at;
    at += codec.length(piece, from);
    return bytes.subarray(from, at);
  };
  for (const match of text.matchAll(pattern)) {
    kept.push(take(text.slice(index, match.index)), codec.mark);
    take(match[0]);
    index = match.index + match[0].length;
  }
  kept.push(take(text.slice(index)));
  return Buffer.concat(kept);
}
