import { COPIED, Unreadable } from './unreadable.ts';

/** The most bytes of a received file, with its pictures. */
export const MAX_RECEIVED_BYTES = 20_000_000;
/** Far more than a letter has, and little enough for every recogniser and parser that reads it. */
const LIMITS = {
  characters: 200_000,
  lines: 5000,
  line: 10_000,
  blanks: 500,
  /** Marks of quotations and lists at the start of a line of Markdown, one within the other. */
  nesting: 10,
  /** Signs that open something in Markdown or HTML, of each kind. */
  signs: 1000,
  /** Bars between the cells of Markdown's tables. */
  cells: 10_000,
};
/**
 * The same for a Word file, each with the reason why more is refused: the parts of its archive; the bytes of
 * a part and of all parts, unpacked; the tags of a part; the attributes of a tag and of a part; how deep tags
 * nest, among them those that declare namespaces and those of a web page in the file; the fields open at a place;
 * the characters of all places together.
 */
const WORD_LIMITS = {
  parts: [2000, (most) => `里压缩着的部分超过 ${most} 个`],
  part: [20e6, (most) => `的一个部分展开以后超过 ${most / 1e6} MB`],
  whole: [50e6, (most) => `展开以后超过 ${most / 1e6} MB`],
  tags: [200_000, (most) => `的一个部分里标记超过 ${most} 个`],
  attributesOfTag: [200, (most) => `的一个标记里属性超过 ${most} 个`],
  attributes: [600_000, (most) => `的一个部分里属性超过 ${most} 个`],
  namespaces: [50, (most) => `里声明名称空间的标记一层套一层，超过 ${most} 层`],
  depth: [500, (most) => `里的内容一层套一层，超过 ${most} 层`],
  html: [1000, (most) => `里嵌入的网页一层套一层，超过 ${most} 层`],
  fields: [100, (most) => `里的域一层套一层，超过 ${most} 层`],
  words: [500_000, (most) => `里各处的字一共超过 ${most} 个`],
} as const satisfies Record<string, [most: number, reason: (most: number) => string]>;

const HELP = '检查是否选错了文件；没有选错的，删去多余的内容，另存以后再加一次';

const refuse = (reason: string): never => {
  throw new Unreadable(reason, HELP);
};

/** Throws `Unreadable` for a received file with more bytes than any letter. */
export function limitBytes(length: number): void {
  if (length > MAX_RECEIVED_BYTES) refuse(`文件超过 ${MAX_RECEIVED_BYTES / 1e6} MB`);
}

/** Throws `Unreadable` for a Word file in which `found` exceeds a limit. */
export function limitWord(limit: keyof typeof WORD_LIMITS, found: number): void {
  const [most, reason] = WORD_LIMITS[limit];
  if (found > most) throw new Unreadable(`Word 文件${reason(most)}，不予打开`, COPIED);
}
/** Throws `Unreadable` for a text that is longer than any letter: in all, in lines, or in one of them. */
export function limitText(text: string): void {
  if (text.length > LIMITS.characters) refuse(`文件超过 ${LIMITS.characters} 字`);
  const lines = text.split(/\r\n|[\r\n]/);
  if (lines.length > LIMITS.lines) refuse(`文件超过 ${LIMITS.lines} 行`);
  lines.forEach((line, index) => {
    if (line.length > LIMITS.line) refuse(`第 ${index + 1} 行超过 ${LIMITS.line} 字`);
    if (countBlanks(line) > LIMITS.blanks)
      refuse(`第 ${index + 1} 行里连着有 ${LIMITS.blanks} 个以上的空格`);
  });
}

/** The length of the longest run of blanks in a line. */
function countBlanks(line: string): number {
  let [most, run] = [0, 0];
  for (const char of line) {
    run = /\s/.test(char) ? run + 1 : 0;
    most = Math.max(most, run);
  }
  return most;
}

/** Throws `Unreadable` for Markdown that nests deeper, or opens more, than a person writes. */
export function limitMarkdown(text: string): void {
  for (const sign of '[]<>*_`~!&@\\')
    if (text.split(sign).length > LIMITS.signs + 1) refuse(`符号 ${sign} 超过 ${LIMITS.signs} 个`);
  if (text.split('|').length > LIMITS.cells + 1) refuse(`表格的格超过 ${LIMITS.cells} 个`);
  text.split(/\r\n|[\r\n]/).forEach((line, index) => {
    const marks = /^(?:\s*(?:>|(?:[-+*]|\d{1,9}[.)])(?=\s)))+/.exec(line)?.[0] ?? '';
    if (marks.replaceAll(/[\d\s]/g, '').length > LIMITS.nesting)
      refuse(`第 ${index + 1} 行开头的引用或列表符号一层套一层，超过 ${LIMITS.nesting} 层`);
  });
}
