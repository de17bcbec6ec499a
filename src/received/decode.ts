/** Common characters of official letters in Chinese. */
const COMMON = /[的是在和有建议代表委员提案答复局市年月日，。、：]/g;
/** Control, private-use and replacement characters: many of them are signs of a wrong encoding. */
const STRANGE = /[\0-\x08\x0E-\x1F\uE000-\uF8FF\uFFFD]/g;
/** The largest share of strange characters in a text whose author typed a few of them. */
const MOST_STRANGE = 0.01;

const tryDecode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** A text without the NUL characters that pad it to the length of a disk block. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\0') end--;
  return text.slice(0, end);
}

/**
 * The share of common Chinese characters in a text, 0–1; 0 for a text with many strange characters. Two
 * strange characters are allowed in a text of any length, such as a Ctrl-Z at its end.
 */
function measureChinese(padded: string): number {
  const text = withoutPadding(padded);
  const strange = text.match(STRANGE)?.length ?? 0;
  if (text === '' || strange > Math.max(2, text.length * MOST_STRANGE)) return 0;
  return (text.match(COMMON)?.length ?? 0) / text.length;
}

/** Returns true for UTF-32, in which two of four bytes are zero in every character of a letter. */
export function isUtf32(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64);
  const isZero = (first: number) =>
    head.every((byte, index) => index % 4 < first || index % 4 > first + 1 || byte === 0);
  return head.length >= 8 && (isZero(0) || isZero(2));
}

/**
 * Decodes a text in UTF-8, UTF-16 or GB18030 (which includes GBK and GB 2312), and returns it with the
 * encoding's name. A byte order mark decides. Without a mark, valid UTF-8 is UTF-8; otherwise the encoding in
 * which the text has the most common Chinese characters. Returns undefined if it has hardly any in each.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } | undefined {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  if (marked) {
    const text = tryDecode(bytes, marked);
    return text === undefined ? undefined : { text, encoding: 'UTF-16' };
  }
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined && !withoutPadding(utf8).includes('\0'))
    return { text: utf8, encoding: 'UTF-8' };
  const guesses = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'].map((encoding) => ({
    encoding: encoding.startsWith('utf-16') ? 'UTF-16' : encoding.toUpperCase(),
    text: tryDecode(bytes, encoding) ?? '',
  }));
  const [best] = guesses.sort((a, b) => measureChinese(b.text) - measureChinese(a.text));
  return best && measureChinese(best.text) > 0.05 ? best : undefined;
}
