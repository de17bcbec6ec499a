import type { Ending } from '../received/index.ts';
import { UNREADABLE, Unreadable } from '../received/unreadable.ts';

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);
/** Returns true if an old Office file has a stream of this name; names are UTF-16 in it. */
const hasStream = (bytes: Uint8Array, name: string) =>
  Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));

/**
 * Detects the kind of a received file, first by its bytes, then by its name. Throws `Unreadable` for a file
 * that cannot be accepted, with advice on how to save it in a format that can.
 */
export function detectEnding(name: string, bytes: Uint8Array): Ending {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (bytes.length === 0) throw new Unreadable(...UNREADABLE.empty);
  // The compound file of Office before 2007, which also wraps newer files with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw hasStream(bytes, 'EncryptedPackage')
      ? new Unreadable(...UNREADABLE.password)
      : new Unreadable(...UNREADABLE.oldWord);
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart();
  if (head.startsWith('%PDF')) throw new Unreadable(...UNREADABLE.pdf);
  if (head.startsWith('{\\rtf')) throw new Unreadable(...UNREADABLE.rtf);
  // Word's “XML document” is a single XML file instead of an archive; a browser's file is HTML.
  if (/progid="Word\.Document"|\/office\/2006\/xmlPackage|\/office\/word\/2003\/wordml/.test(head))
    throw new Unreadable(...UNREADABLE.wordXml);
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|head|body|\?xml|div|meta)\b/i.test(head))
    throw new Unreadable(...UNREADABLE.html);
  if (ending === 'docx') return 'docx';
  if (ending === 'doc' || ending === 'wps' || ending === 'wpt')
    throw new Unreadable(...UNREADABLE.oldWord);
  if (ending === 'pdf') throw new Unreadable(...UNREADABLE.pdf);
  if (ending === 'ofd') throw new Unreadable(...UNREADABLE.ofd);
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) throw new Unreadable(...UNREADABLE.other);
  if (ending === 'txt') return 'txt';
  if (ending === 'md' || ending === 'markdown') return 'source.md';
  throw new Unreadable(...UNREADABLE.other);
}
