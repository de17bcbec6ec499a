import { fromChinese } from '../../language/numerals.ts';
import { findSessionMentions, type Assembly } from '../../language/mentions.ts';
import { formatSessionKey } from '../../letter/key.ts';
import { foldText } from '../../language/fold.ts';
import { foldVariants } from '../../language/fold.ts';
import type { Question } from '../questions.ts';

/** The passages in which a letter names the proposal that it answers. */
export interface Passages {
  title: string;
  /** A website's statements about the letter above it, each as `label：value`. */
  metadata: string[];
  salutation: string;
  /** The first paragraph. */
  opening: string;
}

/** ２７３; also 2 7 3, since some titles have spaces between their digits. */
const DIGITS = '(?:[\\d０-９](?:\\s[\\d０-９]){1,9}(?![\\d０-９])|[\\d０-９]{1,10})';
const LIST = `${DIGITS}(?:\\s*号?\\s*[、,，和及]\\s*第?\\s*${DIGITS})*`;
const NUMBER = new RegExp(`${DIGITS}|[一二三四五六七八九十百〇零]+`, 'g');
const KIND = '(?:建议|提案|议案|案|意见|编号|类|字)';
/** 第B012号, “绍12号”: a number after letters, or after the character of a district. */
const MARKED =
  /[第“"（(]\s*([A-Za-z]{1,3}-?\d{1,6}|(?![第类案字共等一二三四五六七八九十])\p{Script=Han}\d{1,6})\s*号\s*(?=[”"）)]|建议|提案|议案)/gu;
const NUMBERS = [
  new RegExp(`(?<![〕\\]】）)令])第\\s*(${LIST})\\s*号`, 'g'),
  new RegExp(`${KIND}[）)]?\\s*[：:]?\\s*[（(]?第?(${LIST})\\s*号`, 'g'),
  new RegExp(
    `(?<![\\d０-９〕\\]】）)])(${LIST})\\s*号\\s*[）)]?\\s*(?:代表|委员)?(?:建议|提案|议案)`,
    'g',
  ),
  /第\s*([一二三四五六七八九十百〇零]{1,6})\s*号/g,
];
const LABELLED = new RegExp(
  `^(?:建议|提案|议案|案件)?(?:编号|号|案号|序号)[：:]\\s*第?(${DIGITS})号?$`,
);

/** A proposal's number as printed; `several` if the letter names several together. */
interface NumberMention {
  printed: string;
  value: number;
  several: boolean;
}

/** 088 is 88, ２７３ is 273, 八十八 is 88, 绍12 is 12. */
export const parseProposalNumber = (printed: string): number => {
  const plain = foldText(printed);
  return /\d$/.test(plain) ? Number(/\d+$/.exec(plain)![0]) : fromChinese(plain);
};

function findNumberMentions(text: string): NumberMention[] {
  const marked = [...text.matchAll(MARKED)].map(([, printed = '']) => printed);
  if (marked.length > 0)
    return marked.map((printed) => ({
      printed,
      value: parseProposalNumber(printed),
      several: false,
    }));
  for (const pattern of NUMBERS) {
    const found = [...foldVariants(text).matchAll(pattern)].flatMap(([, list = '']) => {
      const all = list.match(NUMBER) ?? [];
      return all
        .map((printed) => ({
          printed,
          value: parseProposalNumber(printed),
          several: all.length > 1,
        }))
        .filter(({ value }) => value > 0);
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** The passage of the opening about the proposal: up to where the answer begins. */
const cutOpening = (opening: string) =>
  opening.slice(
    0,
    /^.*?(?:收悉|已悉|悉[，。,]|如下)/s.exec(foldVariants(opening))?.[0].length ?? 200,
  );

/** The proposal's number as printed, null if the letter has none. Asks about numbers that disagree. */
export function findNumber({ title, metadata, opening }: Passages): {
  number: string | null;
  questions: Question[];
} {
  const labelled = metadata.flatMap((line) => {
    const printed = LABELLED.exec(foldText(line))?.[1];
    return printed
      ? [{ printed, value: parseProposalNumber(printed), several: false }]
      : findNumberMentions(line);
  });
  const mentions = [
    ...findNumberMentions(title),
    ...findNumberMentions(cutOpening(opening)),
    ...labelled,
  ];
  const [first] = mentions;
  if (!first) return { number: null, questions: [] };
  const together = new Set(mentions.filter(({ several }) => several).map(({ value }) => value));
  const others = mentions.filter(({ value }) => value !== first.value && !together.has(value));
  const written = new Set(
    mentions.filter(({ value }) => value === first.value).map(({ printed }) => foldText(printed)),
  );
  const questions: Question[] = [];
  const ask = (what: string, urgency: Pick<Question, 'blocking'> = {}) =>
    questions.push({ where: '编号', what, ...urgency });
  if (/闭会/.test(title))
    ask('闭会期间的建议，编号可能与会议期间的另一件相同；相同的，请用 --number 给别的编号');
  if (together.size > 1)
    ask(`答复了第 ${[...together].join('、')} 号，网址用第一个；其余的要不要另设网址，请确定`);
  for (const { printed } of others)
    ask(`前后不一致：一处是“${first.printed}”，一处是“${printed}”`, { blocking: true });
  if (written.size > 1)
    ask(`写法不一：${[...written].map((number) => `“${number}”`).join('、')}，照录`);
  return { number: first.printed, questions };
}

/** The assembly, recognised by the words for its members, for a session whose name does not state it. */
function findAssembly({ title, salutation, opening }: Passages): Assembly | undefined {
  const words = foldVariants(title + salutation + cutOpening(opening));
  const congress = /人大|代表(?!团)/.test(words);
  const conference = /政协|提案|委员(?!会)/.test(words);
  return congress === conference ? undefined : congress ? '人大' : '政协';
}

/** The session as in a key, `rd17-3`; null if the letter names no session. Asks about contradictions. */
export function findSession(passages: Passages): { session: string | null; questions: Question[] } {
  const { title, metadata, opening } = passages;
  const mentions = [title, cutOpening(opening), ...metadata].flatMap(findSessionMentions);
  if (mentions.length === 0) return { session: null, questions: [] };
  const body = mentions.find((mention) => mention.body)?.body ?? findAssembly(passages);
  if (!body) {
    const what = '看不出是人大还是政协';
    return { session: null, questions: [{ where: '届次', what, blocking: true }] };
  }
  const keys = mentions.map((mention) =>
    formatSessionKey({ ...mention, body: mention.body ?? body }),
  );
  const sessions = [...new Set(keys)];
  const what = `前后不一致：${sessions.join('、')}`;
  return {
    session: sessions[0] ?? null,
    questions: sessions.length > 1 ? [{ where: '届次', what, blocking: true }] : [],
  };
}

/** The words between the first pair of marks, pairs within it included. */
function findBetween(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open);
  let depth = 0;
  for (let index = start; start >= 0 && index < text.length; index++) {
    if (text[index] === open) depth++;
    if (text[index] === close && --depth === 0) return text.slice(start + 1, index);
  }
  return undefined;
}

/** A title within a sentence, without quotation marks. */
const PLAIN_TITLE =
  /(?<=(?:提出|提交|反映)的?“?)(?:关于|加强|加快|推进).{2,60}?(?:建议|提案|议案)(?=[（(，,。”]|已?收?悉)/;

/** The proposal's title as printed in the letter; null if the letter has none. */
export function findProposalTitle({ title, metadata, opening }: Passages): string | null {
  const first = cutOpening(opening);
  const quoted =
    findBetween(first, '《', '》') ??
    findBetween(title, '《', '》') ??
    findBetween(first, '“', '”') ??
    findBetween(title, '“', '”');
  const plain = PLAIN_TITLE.exec(foldVariants(first))?.[0];
  const unquoted = plain && first.slice(foldVariants(first).indexOf(plain)).slice(0, plain.length);
  const labelled = metadata
    .map((line) => /^(?:案由|建议标题|提案标题|建议名称|提案名称)[：:](.+)$/.exec(line)?.[1])
    .find(Boolean);
  return (quoted ?? unquoted ?? labelled)?.trim() ?? null;
}
