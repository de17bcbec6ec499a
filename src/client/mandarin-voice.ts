/** Languages of Mandarin voices as devices name them, the best first; zh-CN-liaoning is a dialect of zh-CN. */
const ORDER = [
  /^zh-CN(-Hans)?$/,
  /^(zh|cmn)(-Hans)?-CN$/,
  /^(zh|cmn)-(Hans|CN)/,
  /^(zh|cmn)$/,
  /^(zh|cmn)-/,
];

/** Matches Cantonese, and the voice of eSpeak that reads Pinyin. */
const OTHER = /-(HK|MO)\b|yue|latn|cantonese|粤|粵/i;

/**
 * Returns the voice that reads a letter of the mainland best: 普通话, else another voice of Mandarin such as
 * that of Taiwan. Returns undefined if the device has none.
 */
export function mandarinVoice(
  voices: readonly SpeechSynthesisVoice[],
): SpeechSynthesisVoice | undefined {
  // Android writes zh_CN_#Hans.
  const mandarin = voices
    .map((voice) => ({ voice, lang: voice.lang.replace(/_#?/g, '-') }))
    .filter(({ voice, lang }) => !OTHER.test(`${lang} ${voice.name}`));
  for (const pattern of ORDER) {
    const found = mandarin.find(({ lang }) => pattern.test(lang));
    if (found) return found.voice;
  }
  return undefined;
}
