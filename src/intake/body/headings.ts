import { foldText, foldVariants } from '../../language/fold.ts';
import { unpairedMarks } from '../../language/pairs.ts';

const NUMERAL = '[一二三四五六七八九十]{1,3}';
/** Matches 一、, but not in 一、二期 or 一、二、三级, which begin a sentence. */
const FIRST = new RegExp(`^(${NUMERAL})\\s*[、．.，,]\\s*(?=\\S)(?!${NUMERAL}(?:[、期级季号]))`);
const SECOND = new RegExp(`^[（(]\\s*(${NUMERAL})\\s*[）)]\\s*[、．.]?\\s*(?=\\S)`);

/** An ordinal as printed, the level of its heading, and its length in characters with its marks. */
export interface Ordinal {
  level: 2 | 3;
  ordinal: string;
  length: number;
}

/** The ordinal with which a line begins: 一、 (level 2) or （一） (level 3). */
export function findOrdinal(text: string): Ordinal | undefined {
  for (const [level, pattern] of [
    [2, FIRST],
    [3, SECOND],
  ] as const) {
    const match = pattern.exec(foldVariants(text));
    if (match) {
      const length = match[0].length;
      const at = match[0].indexOf(match[1]!);
      return { level, ordinal: text.slice(at, at + match[1]!.length), length };
    }
  }
  return undefined;
}

/** Returns true for words that read as a heading: a phrase, which a full stop may follow. */
export const isPhrase = (words: string): boolean => {
  const plain = foldText(words);
  const most = /[。.]$/.test(plain) ? 45 : 60;
  return (
    plain.length <= most && !/;$/.test(plain) && !/(?:[。!?;:]|\p{Script=Han}\.)(?=.)/u.test(plain)
  );
};

/** Matches a heading that runs into its paragraph, with its stop; the colons of https:// and 8:30 are none. */
const RUN_IN =
  /^(?:(?!\p{Script=Han}\.)[^。！？；：:\n]){1,40}[^。！？；：:\n](?:。|[：:](?![\\/]|(?<=\d.)\d)|(?<=\p{Script=Han})\.)\s*(?=\S)/u;

/** The heading that runs into its paragraph, such as 一、短语。 in 一、短语。正文……; undefined if there is none. */
export function findRunInHeading(text: string, from: number): string | undefined {
  const phrase = RUN_IN.exec(text.slice(from))?.[0];
  // A stop between a pair of marks ends no heading.
  if (phrase === undefined || unpairedMarks(phrase).length > unpairedMarks(text).length)
    return undefined;
  return text.slice(0, from) + phrase.trimEnd();
}

/** Headings without an ordinal that many letters have. */
const FIXED = [
  /^(?:提案|建议|代表|委员)?(?:的)?(?:主要|基本)?(?:内容|情况|诉求|观点)$/,
  /^(?:关于)?(?:提案|建议|案由|问题)(?:的)?(?:主要|基本|提出的|反映的)*(?:内容|情况|概况|要点|背景|问题)$/,
  /(?:办理|落实|工作|进展|推进|采纳|开展|调研|建设|基本|有关|总体|当前|具体)(?:的)?(?:开展|完成|落实|进展)?(?:情况|过程|结果|意见|举措|措施|成效|现状)$/,
  /^(?:我[局市县区委办]|目前|今后|现有)?.{0,8}(?:主要做法|主要措施|存在(?:的)?(?:主要)?(?:问题|困难|不足)|困难和问题|问题和困难|原因分析)$/,
  /^(?:下一?步|今后|下阶段|下一阶段).{0,4}(?:的)?(?:工作)?(?:计划|打算|安排|措施|举措|思路|重点|工作|方向|意见|建议)+$/,
  /^(?:答复|办理|处理|回复)(?:的)?(?:意见|内容|结论|结果)$/,
];

/** Returns true for a heading without an ordinal: 关于停车难的问题, 办理情况. */
export const isUnnumberedHeading = (text: string): boolean => {
  const words = foldText(text)
    .replace(/[：:。]$/, '')
    .replace(/^【(.*)】$/, '$1');
  return (
    words.length <= 40 &&
    !/[,。;:、!?]/.test(words.replace(/^关于.*(?:问题|建议|方面|情况)$/, '')) &&
    (/^关于.{2,34}(?:问题|建议|方面|情况|工作)$/.test(words) ||
      (words.length <= 20 && FIXED.some((pattern) => pattern.test(words))))
  );
};

/** Returns true for a paragraph that opens the next steps. */
export const opensNextSteps = (text: string): boolean =>
  /^(?:下一?步|下一?阶段|今后|接下来|下半年|未来)[，,、：:]?/.test(foldText(text));
