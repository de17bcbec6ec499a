import { unpairedMarks } from '../language/pairs.ts';
import { COPIES_LABEL } from '../letter/copies.ts';
import { SURNAMES } from '../language/surnames.ts';
import { fromChinese } from '../language/numerals.ts';
import { foldText } from '../language/fold.ts';
import { HIDDEN } from '../language/hidden.ts';
import { declarationOf, type Difference, type DifferenceKind } from '../received/count/index.ts';
import type { Line, Reading } from '../received/lines.ts';
import type { Block } from './body/blocks.ts';
import { findOrdinal } from './body/headings.ts';
import { locateRow, locateRowEnd, type Question } from './questions.ts';
import type { Row } from './rows.ts';

const ENDED = /[。！？；：!?;:…”’）)】》〕]$|\p{Script=Han}[.．]$/u;
/** Questions about contents that a file shows and text cannot express. */
const LOST: Record<string, string> = {
  上标或下标: '有上标或下标（如 m²），收成了普通的字（m2）；请看意思变了没有',
  提示语:
    '有没有填的内容控件，收入的是它的提示语（如“单击此处输入文字”），照录；请在 Word 里填好或删去，再加一次',
  图片: '有图片（如印章），没有收入；图里有文字的，请看要不要补成文字',
  符号字体的符号: '有用符号字体写的符号（如方框里的勾），收成了样子相同的字符；请对照原件核对',
};

const nameFile = ({ encoding }: Reading): string => (encoding ? '收到的文件' : 'Word 文件');

/** Asks about contents that the received file shows and text cannot express. */
export const askAboutLost = (reading: Reading): Question[] =>
  reading.lost.map((kind) => ({ where: nameFile(reading), what: LOST[kind] ?? `有${kind}` }));

/** Questions about differences between a file and what was read of it, by kind. */
const DIFFERENT: Partial<Record<DifferenceKind, string>> = {
  自动编号:
    'Word 的自动编号不是文字，没有读到。请在 Word 里另存为“纯文本（*.txt）”，编号就成为文字，再加那个 .txt 文件',
  修订: '有没有接受或拒绝的修订，按全部接受收入。请在 Word 里逐条接受或拒绝，另存以后再加一次',
  隐藏文字:
    '有隐藏的文字，Word 里看不见，这里却读到了。请在 Word 里全选，在“字体”里去掉“隐藏”的勾，删去不属于答复的，再加一次',
  看不见的字:
    '有白色或极小的字，看不见，这里却读到了。请在 Word 里改成正常的颜色和字号，不属于答复的删去，再加一次',
  删除线: '有加了删除线的文字，收进来就看不出删去了。请在 Word 里真正删去或去掉删除线，再加一次',
};
/** Names of kinds that explain more to the clerk. */
const KIND_NAMES: Partial<Record<DifferenceKind, string>> = {
  域: '域（如自动的页码、日期）',
  注音: '拼音指南（注音的字）',
  符号: '特殊符号',
  公式: '公式',
  正文: '没有读到的文字',
};
/** The reason that `add` writes for unread words of a kind; `''` if only the clerk knows it. */
export const reasonFor = (kind: string): string =>
  kind === '网址' || kind === '说明' ? '是链接或图片的网址、说明，不是答复的正文' : '';
/** The most places that a question names. */
const MOST_PLACES = 5;

/** A difference as the clerk finds it: “待核”（在“……签约率达到”之后）. */
function describeDifference(difference: Difference): string {
  const { words } = declarationOf(difference);
  const { after, reading } = difference;
  const place = after === '' ? '' : `在“${after}”之后`;
  const other = typeof reading === 'object' && difference.words ? `读成了“${reading.other}”` : '';
  const change = reading === 'same' ? '插入的，收入了' : '删去的，没有收入';
  const notes = [place, other, difference.in === '修订' && words !== '' ? change : '']
    .filter(Boolean)
    .join('，');
  const quoted =
    words === '' ? '一处' : `“${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`;
  return notes === '' ? quoted : `${quoted}（${notes}）`;
}

/** The advice to the clerk about differences of a kind. */
function remedyFor({ in: kind, reading }: Difference, isWord: boolean): string {
  if (kind === '删除线' && !isWord)
    return '有加了删除线（~~ 或 <del>）的文字，收进来就看不出删去了。请在文件里真正删去，或去掉删除线的符号，再加一次';
  if (kind === '隐藏文字' && !isWord)
    return '有隐藏的文字，网页上看不见，这里却读到了。请在文件里删去不属于答复的，再加一次';
  if (kind === '自动编号' && !isWord)
    return '有网页的自动编号（<ol>），不是文字，没有读到。请在文件里写成文字，再加一次';
  if (kind === '域' && reading === 'same')
    return '有每次打开都会变的日期（域），收入的是文件里存着的；请对照原件核对，在 Word 里改成普通的文字后再加一次';
  return (
    DIFFERENT[kind] ??
    `有${KIND_NAMES[kind] ?? kind}，没有收入；属于答复的，请改成正文的文字后再加一次`
  );
}

/** Differences as the clerk finds them; of many, the first and how many there are. */
function listDifferences(found: Difference[]): string {
  const places = found.slice(0, MOST_PLACES).map(describeDifference).join('、');
  return found.length > MOST_PLACES ? `${places}等 ${found.length} 处` : places;
}

/**
 * Asks about each difference between the received file and what was read of it, a kind a question; only tells
 * of those that `add` declares for the clerk.
 */
export function askAboutDifferences(reading: Reading): Question[] {
  const { encoding, differences } = reading;
  const where = nameFile(reading);
  const declared = differences.filter((one) => reasonFor(one.in) !== '');
  const kinds = Map.groupBy(
    differences.filter((one) => reasonFor(one.in) === ''),
    (one) => (one.in === '域' ? `${one.in} ${one.reading === 'same'}` : one.in),
  );
  const asked = [...kinds.values()].map((found): Question => ({
    where,
    what: `${remedyFor(found[0]!, encoding === undefined)}：${listDifferences(found)}；不改文件的，在 unread 里写明理由（why）`,
    blocking: true,
  }));
  const what = `有链接或图片的网址、说明，没有收入，写在 unread 里：${listDifferences(declared)}；是答复内容的，请写成文字再加一次`;
  return declared.length > 0 ? [...asked, { where, what }] : asked;
}

/** Matches radicals and compatibility ideographs, which look like other characters. */
const COMPATIBLE = /[\u2E80-\u2FDF\uF900-\uFAFF]/;
/**
 * Bold words whose signs Markdown reads as text, as happens beside Chinese punctuation. The masks of 王**、李**
 * are none.
 */
const BOLD =
  /(?:^|[^\p{Script=Han}*])\*\*[^*\s][^*]*\*\*|\*\*(?:[“《（【「][^*]*|[^*\s][^*]*[，。；：！？”》）】」])\*\*(?![、，,：:])|(?<!_)__(?![_\s])[^_]*[，。；：！？”》）】」]__(?!_)/u;
/** Words between single stars, which Markdown writes for emphasis; those of 3*4*5 and 王*、李* are none. */
const EMPHASIS =
  /(?<![\w*＊])\*(?![*\s、，,。；：:等）)])[^*]{1,60}?(?<![\s、，,和及与])\*(?!\*)/gu;
/** Matches the end of a text whose last characters may be a name without its last characters: 王, 王小. */
const NAME_END = new RegExp(
  `[${SURNAMES}]$|(?:^|[^\\p{Script=Han}])[${SURNAMES}]\\p{Script=Han}$`,
  'u',
);
const findEmphasis = (text: string): string[] =>
  [...text.matchAll(EMPHASIS)].flatMap(({ 0: words, index }) =>
    NAME_END.test(text.slice(Math.max(0, index - 3), index)) ? [] : words,
  );

/** Characters that are no words of the letter, each kind with its question. */
const UNREADABLE: [test: (text: string) => boolean, question: Omit<Question, 'where'>][] = [
  [(text) => /[\uFFFD\p{Co}]/u.test(text), { what: '有丢失或无法显示的字', blocking: true }],
  [
    (text) =>
      (text.match(HIDDEN) ?? []).some((char) => !/[\uFFFD\u202A-\u202E\u2066-\u2069]/.test(char)),
    { what: '有看不见的字符，没有收入' },
  ],
  [
    (text) => /[\u202A-\u202E\u2066-\u2069]/.test(text),
    {
      what: '有改变文字方向的字符，看来的次序与收入的可能不同；请在文件里删去，再加一次',
      blocking: true,
    },
  ],
  // The combining strokes through letters of Unicode.
  [
    (text) => /[\p{Script=Han}\d][\u0335-\u0338]/u.test(text),
    { what: '有字上画着删除线，看来是删去的字；请在文件里真正删去，再加一次', blocking: true },
  ],
  [
    (text) => BOLD.test(text),
    {
      what: '有 Markdown 的加粗符号（** 或 __），当作字收入了；请在文件里删去，再加一次',
      blocking: true,
    },
  ],
  [
    (text) => /^\s*#{1,6}\s+\S/.test(text),
    { what: '行首有井号（#），照录；是 Markdown 的标题符号的，请在文件里删去，再加一次' },
  ],
  [
    (text) => findEmphasis(text).length > 0,
    { what: '有成对的星号（*），照录；是 Markdown 的强调符号的，请在文件里删去，再加一次' },
  ],
];

/** Asks about lines with compatibility ideographs, lost characters, or hidden characters. */
export function askAboutCharacters(lines: Line[]): Question[] {
  const rows = lines.map(({ text }, index) => ({ line: index + 1, text: text.trim(), raw: text }));
  const compatible = rows.filter(({ raw }) => COMPATIBLE.test(raw));
  const [first] = compatible;
  const where =
    first && compatible.length > 1
      ? `收到的文件第 ${compatible.map(({ line }) => line).join('、')} 行`
      : first && locateRow(first);
  return [
    ...(where ? [{ where, what: '有兼容字形（看来相同、编码不同的字），照录' }] : []),
    ...rows.flatMap((row) =>
      UNREADABLE.filter(([test]) => test(row.raw)).map(([, question]) => ({
        where: locateRow(row),
        ...question,
      })),
    ),
  ];
}

const MASKED = /\p{Script=Han}[*＊×xX]{1,3}(?=\p{Script=Han}|[、，,：:等]|$)|[*＊×]{2,}/u;
const HALF_WIDTH =
  /\p{Script=Han}\s*[,;:?!]|[,;:?!]\s*\p{Script=Han}|\p{Script=Han}\.(?!\d)|\p{Script=Han}\((?!们\))[^)]*\p{Script=Han}/u;

const isMasked = (text: string): boolean =>
  !BOLD.test(text) &&
  MASKED.test(findEmphasis(text).reduce((left, words) => left.replace(words, ''), text));

/** Slips that a line may have, each with its question. */
const SLIPS: [test: (row: Row) => boolean, what: (row: Row) => string][] = [
  [({ text }) => isMasked(text), () => '姓名或名称用符号遮盖，照录'],
  [
    ({ text }) => HALF_WIDTH.test(text),
    ({ text }) => `有半角标点“${HALF_WIDTH.exec(text)![0]}”，照录`,
  ],
  [
    ({ text, part }) =>
      part === 'cc' && COPIES_LABEL.test(text) && !/^抄\s*[送报]\s*[：:]/.test(text),
    () => '“抄送”后面没有冒号，照录',
  ],
  [
    ({ text, part, cells }) => part === 'contact' && !cells && !/[：:]/.test(text),
    () => '联系方式没有冒号，照录',
  ],
];

/** Asks about likely slips in the letter's words. The words are published as printed. */
export const askAboutSlips = (rows: Row[]): Question[] =>
  rows.flatMap((row) =>
    SLIPS.filter(([test]) => test(row)).map(([, what]) => ({
      where: locateRow(row),
      what: what(row),
    })),
  );

/** Asks about marks without a partner. Each of `texts` contains the words of a part other than the body. */
export const askAboutMarks = (texts: string[], blocks: Block[]): Question[] => [
  ...texts.flatMap((text) =>
    unpairedMarks(text).map((mark) => ({
      where: `“${text.slice(0, 20)}”`,
      what: `“${mark}”没有成对，照录`,
    })),
  ),
  ...blocks.flatMap(askAboutMarksIn),
];

function askAboutMarksIn(block: Block): Question[] {
  if (block.type === 'closing' || (block.type === 'heading' && block.supplied)) return [];
  const texts = block.type === 'table' ? block.rows.flat() : [block.text];
  return texts.flatMap((text) =>
    unpairedMarks(text).map((mark) =>
      block.type === 'heading'
        ? { where: `“${text.slice(0, 20)}”`, what: `“${mark}”没有成对，照录` }
        : {
            where: locateRow({ line: block.line, text }),
            what: `“${mark}”没有成对，照录，并加了注`,
          },
    ),
  );
}

/** An ordinal in the body: that of a heading, or with which a paragraph begins. */
function findBlockOrdinal(
  block: Block,
): { level: 2 | 3; ordinal: string; text: string } | undefined {
  if (block.type === 'heading' && block.ordinal !== null)
    return { level: block.level, ordinal: block.ordinal, text: block.text };
  const found = block.type === 'paragraph' ? findOrdinal(block.text) : undefined;
  return found && block.type === 'paragraph' ? { ...found, text: block.text } : undefined;
}

/** Asks about paragraphs without a full stop, and about ordinals out of order. */
export function askAboutBody(blocks: Block[]): Question[] {
  const questions: Question[] = [];
  const last = { 2: 0, 3: 0 };
  for (const block of blocks) {
    if (block.type === 'paragraph' && !ENDED.test(block.text) && block.text !== '此致')
      questions.push({
        where: locateRowEnd(block),
        what: '段末没有句末标点，或句子被断成两段，照录',
      });
    const found = findBlockOrdinal(block);
    if (found?.level === 2 || (block.type === 'heading' && block.level === 2)) last[3] = 0;
    if (!found) continue;
    const value = fromChinese(foldText(found.ordinal));
    const before = last[found.level];
    if (value !== before + 1)
      questions.push({
        where: `“${found.text.slice(0, 20)}”`,
        what:
          value <= before ? '序号重复或倒退，照录' : '序号跳过了一个，照录；请看有没有漏掉的部分',
      });
    last[found.level] = value;
  }
  return questions;
}
