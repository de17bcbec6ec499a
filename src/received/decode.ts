/** Characters that make up a good part of any official letter in Chinese. */
const COMMON = /[的是在和有建议代表委员提案答复局市年月日，。、：]/g;
/** Control, private-use and replacement characters: signs of a wrong encoding. */
const STRANGE = /[\0-\x08\x0E-\x1F\uE000-\uF8FF\uFFFD]/;

const tryDecode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The share of common Chinese characters in a text, 0–1; 0 for a text with strange characters. */
const measureChinese = (text: string): number =>
  text === '' || STRANGE.test(text) ? 0 : (text.match(COMMON)?.length ?? 0) / text.length;

/**
 * Decodes a text in UTF-8, UTF-16 or GB18030 (which includes GBK and GB 2312), and returns it with
 * the encoding's name. A byte order mark decides. Without one, valid UTF-8 is UTF-8; otherwise the
 * encoding in which the text has the most common Chinese characters. Returns undefined if it has
 * hardly any in each.
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
  if (utf8 !== undefined && !utf8.includes('\0')) return { text: utf8, encoding: 'UTF-8' };
  const guesses = ['utf-16le', 'utf-16be', 'gb18030'].map((encoding) => ({
    encoding: encoding === 'gb18030' ? 'GB18030' : 'UTF-16',
    text: tryDecode(bytes, encoding) ?? '',
  }));
  const [best] = guesses.sort((a, b) => measureChinese(b.text) - measureChinese(a.text));
  return best && measureChinese(best.text) > 0.05 ? best : undefined;
}
