import type { Ending } from '../received/index.ts';
import { foldText } from '../language/fold.ts';
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

/** Words of a reply; a text without a title needs four of them. */
const SIGNS = [
  /建议|提案|议案/,
  /答复|复函|回复|办复|办理/,
  /代表|委员|政协|人大/,
  /第?[\d０-９]+号|届.{0,16}次/,
  /收悉|悉,|你|您|贵/,
];
/** A title that needs no other sign: 关于加强……建议的答复. */
const TITLE =
  /^(?=.{0,80}$)(?:.{0,30}关于|对).*(?:建议|提案|议案).*(?:答复|复函|回复|答复的函)(?:意见|摘要)?$/;

/** The sentences of a letter that only reports, and the line of its salutation. */
const REPORT = /(?:汇报|报告|答复|回复|说明)如下/;
const ADDRESS = /^[\p{Script=Han}·、，,\s]{2,60}(?:代表|委员)(?:们|等)?[：:]$/u;

/** Throws `Unreadable` for a text with too few of the words that replies have. */
export function requireLetter(text: string): void {
  if (text.trim() === '') throw new Unreadable(...UNREADABLE.empty);
  const words = foldText(text);
  const signs = SIGNS.filter((sign) => sign.test(words)).length;
  const lines = text.split('\n').map(foldText);
  const titled = lines.some((line) => TITLE.test(line));
  const reports = REPORT.test(words) && lines.some((line) => ADDRESS.test(line));
  if (
    !titled &&
    !reports &&
    (!SIGNS[0]!.test(words) || signs < 4 || !/答复|复函|回复|收悉|悉,|办理/.test(words))
  )
    throw new Unreadable(
      '看不出这是对建议或提案的答复：建议、提案、代表、委员、答复、收悉等字样不全',
      '检查是否选错了文件',
    );
}
