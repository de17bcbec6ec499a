import { fromChinese } from '../../language/numerals.ts';
import { findSessionMentions, type Assembly } from '../../language/mentions.ts';
import { formatSessionKey } from '../../letter/key.ts';
import { foldText } from '../../language/fold.ts';
import { foldVariants } from '../../language/fold.ts';
import type { Ask } from '../questions.ts';

/** Where the letter speaks of what it answers. */
export interface Passages {
  title: string;
  /** The lines above the letter, each `label：value`. */
  metadata: string[];
  salutation: string;
  /** The first paragraph. */
  opening: string;
}

/** ２７３; also 2 7 3, with which some set a title apart. */
const DIGITS = '(?:[\\d０-９](?:\\s[\\d０-９]){1,9}(?![\\d０-９])|[\\d０-９]{1,10})';
const LIST = `${DIGITS}(?:\\s*号?\\s*[、,，和及]\\s*第?\\s*${DIGITS})*`;
const NUMBER = new RegExp(`${DIGITS}|[一二三四五六七八九十百〇零]+`, 'g');
const KIND = '(?:建议|提案|议案|案|意见|编号|类|字)';
/** 第B012号, “绍12号”: a number with letters, or the district's character, before it. */
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

/** A proposal's number as printed; `several` where the letter names more than one together. */
interface Stated {
  printed: string;
  value: number;
  several: boolean;
}

/** 088 is 88, ２７３ is 273, 八十八 is 88, 绍12 is 12. */
export const proposalNumber = (printed: string): number => {
  const plain = foldText(printed);
  return /\d$/.test(plain) ? Number(/\d+$/.exec(plain)![0]) : fromChinese(plain);
};

function numbersIn(text: string): Stated[] {
  const marked = [...text.matchAll(MARKED)].map(([, printed = '']) => printed);
  if (marked.length > 0)
    return marked.map((printed) => ({ printed, value: proposalNumber(printed), several: false }));
  for (const pattern of NUMBERS) {
    const found = [...foldVariants(text).matchAll(pattern)].flatMap(([, list = '']) => {
      const all = list.match(NUMBER) ?? [];
      return all
        .map((printed) => ({ printed, value: proposalNumber(printed), several: all.length > 1 }))
        .filter(({ value }) => value > 0);
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** The part of the opening that speaks of the proposal: up to where the answer begins. */
const about = (opening: string) =>
  opening.slice(
    0,
    /^.*?(?:收悉|已悉|悉[，。,]|如下)/s.exec(foldVariants(opening))?.[0].length ?? 200,
  );

/** The number that the letter says it answers, as printed; what disagrees is asked about. */
export function findNumber({ title, metadata, opening }: Passages, ask: Ask): string | null {
  const labelled = metadata.flatMap((line) => {
    const printed = LABELLED.exec(foldText(line))?.[1];
    return printed
      ? [{ printed, value: proposalNumber(printed), several: false }]
      : numbersIn(line);
  });
  const found = [...numbersIn(title), ...numbersIn(about(opening)), ...labelled];
  const [first] = found;
  if (!first) return null;
  if (/闭会/.test(title))
    ask('编号', '闭会期间的建议，编号可能与会议期间的另一件相同；相同的，请用 --number 给别的编号');
  const together = new Set(found.filter(({ several }) => several).map(({ value }) => value));
  if (together.size > 1)
    ask(
      '编号',
      `答复了第 ${[...together].join('、')} 号，网址用第一个；其余的要不要另设网址，请确定`,
    );
  for (const other of found.filter(({ value }) => value !== first.value && !together.has(value)))
    ask('编号', `前后不一致：一处是“${first.printed}”，一处是“${other.printed}”`, 'first');
  const written = new Set(
    found.filter(({ value }) => value === first.value).map((one) => foldText(one.printed)),
  );
  if (written.size > 1)
    ask('编号', `写法不一：${[...written].map((one) => `“${one}”`).join('、')}，照录`);
  return first.printed;
}

/** Whose deputies or members, as the words for them say where the session's name does not. */
function bodyOf({ title, salutation, opening }: Passages): Assembly | undefined {
  const words = foldVariants(title + salutation + about(opening));
  const congress = /人大|代表(?!团)/.test(words);
  const conference = /政协|提案|委员(?!会)/.test(words);
  return congress === conference ? undefined : congress ? '人大' : '政协';
}

/** The session that the letter names, such as `rd17-3`; what disagrees or stays open is asked about. */
export function findSession(passages: Passages, ask: Ask): string | null {
  const { title, metadata, opening } = passages;
  const found = [title, about(opening), ...metadata].flatMap(findSessionMentions);
  const body = found.find((one) => one.body)?.body ?? bodyOf(passages);
  const [first] = found;
  if (!first) return null;
  if (!body) {
    ask('届次', '看不出是人大还是政协', 'first');
    return null;
  }
  const keys = found.map((mention) => formatSessionKey({ ...mention, body: mention.body ?? body }));
  const [session, ...others] = new Set(keys);
  if (others.length > 0) ask('届次', `前后不一致：${[session, ...others].join('、')}`, 'first');
  return session!;
}

/** The words between a pair of marks, the outer pair where one stands in another. */
function between(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open);
  let depth = 0;
  for (let index = start; start >= 0 && index < text.length; index++) {
    if (text[index] === open) depth++;
    if (text[index] === close && --depth === 0) return text.slice(start + 1, index);
  }
  return undefined;
}

/** A title that stands in the sentence without marks. */
const PLAIN_TITLE =
  /(?<=(?:提出|提交|反映)的?“?)(?:关于|加强|加快|推进).{2,60}?(?:建议|提案|议案)(?=[（(，,。”]|已?收?悉)/;

/** The proposal's own title as the letter prints it, or null. */
export function findProposalTitle({ title, metadata, opening }: Passages): string | null {
  const first = about(opening);
  const quoted =
    between(first, '《', '》') ??
    between(title, '《', '》') ??
    between(first, '“', '”') ??
    between(title, '“', '”');
  const plain = PLAIN_TITLE.exec(foldVariants(first))?.[0];
  const unquoted = plain && first.slice(foldVariants(first).indexOf(plain)).slice(0, plain.length);
  const labelled = metadata
    .map((line) => /^(?:案由|建议标题|提案标题|建议名称|提案名称)[：:](.+)$/.exec(line)?.[1])
    .find(Boolean);
  return (quoted ?? unquoted ?? labelled)?.trim() ?? null;
}
