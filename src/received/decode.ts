/** Characters that make up a good part of any official letter in Chinese. */
const COMMON = /[的是在和有建议代表委员提案答复局市年月日，。、：]/g;
/** Control characters, private use and lost characters: signs of a wrong guess. */
const STRANGE = /[\0-\x08\x0E-\x1F\uE000-\uF8FF\uFFFD]/;

const attempt = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** How Chinese a decoded text looks: the share of its common characters. */
const likeness = (text: string): number =>
  text === '' || STRANGE.test(text) ? 0 : (text.match(COMMON)?.length ?? 0) / text.length;

/**
 * Text in UTF-8, UTF-16 or GB18030 (which holds GBK and GB 2312), and the encoding's name. A byte
 * order mark decides; without one, what is UTF-8 is UTF-8, and of the others the one that reads as
 * Chinese. Undefined where none does.
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
    const text = attempt(bytes, marked);
    return text === undefined ? undefined : { text, encoding: 'UTF-16' };
  }
  const utf8 = attempt(bytes, 'utf-8');
  if (utf8 !== undefined && !utf8.includes('\0')) return { text: utf8, encoding: 'UTF-8' };
  const guesses = ['utf-16le', 'utf-16be', 'gb18030'].map((encoding) => ({
    encoding: encoding === 'gb18030' ? 'GB18030' : 'UTF-16',
    text: attempt(bytes, encoding) ?? '',
  }));
  const [best] = guesses.sort((a, b) => likeness(b.text) - likeness(a.text));
  return best && likeness(best.text) > 0.05 ? best : undefined;
}
