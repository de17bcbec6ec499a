import type { Draft } from './types.ts';

/** One thing a clerk must put right. `what` and `remedy` are Chinese; `line` counts from 1. */
export interface Problem {
  file: string;
  line: number;
  what: string;
  remedy: string;
}

/** Takes note of a problem in the file at hand. */
export type Fail = (line: number, what: string, remedy: string) => void;

/** The line on which a value of the front matter stands, by its path. */
export type LineOf = (...path: PropertyKey[]) => number;

/** Between what is wrong and what to do, where both travel in one message. */
const ARROW = ' → ';

/** One message that `split` can take apart again; used where a library carries only a string. */
export const say = (what: string, remedy: string) => what + ARROW + remedy;

export function split(message: string): Pick<Problem, 'what' | 'remedy'> {
  const [what = '', remedy = '请对照 content/README.md 改正'] = message.split(ARROW);
  return { what, remedy };
}

/** What `read` gives; undefined, and told, where a file is nested too deep for a parser's stack. */
export function unlessTooDeep<T>(file: string, problems: Problem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const remedy = '对照 content/README.md，删去多余的括号、引号和缩进';
    problems.push({ file, line: 1, what: '一层套一层，太深，无法读取', remedy });
    return undefined;
  }
}

/** File names and quoted words may hold anything; a terminal is not to obey it. */
const printable = (text: string) => text.replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');

/** Problems as a clerk reads them in the terminal, ordered by file and line. */
const list = (problems: Problem[]): string[] =>
  [...problems]
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.what.localeCompare(b.what))
    .map(({ file, line, what, remedy }) => `${file}:${line}  ${what}\n    改法：${remedy}`);

/** All problems of content that is not fit to publish. */
export const report = (problems: Problem[]): string =>
  printable(`内容有 ${problems.length} 处问题，网站没有生成：\n\n${list(problems).join('\n\n')}\n`);

/** What drafts wait for. They keep nothing else from being published. */
export const draftReport = (drafts: Draft[]): string =>
  printable(
    drafts
      .map(({ file, questions, problems }) =>
        [
          `\n草稿 ${file} 还不公布。逐条处理以后，删去 draft 和 questions 两项：`,
          ...questions.map(({ where, what }) => `  - ${where}：${what}`),
          ...list(problems).map((problem) => `  - ${problem}`),
        ].join('\n'),
      )
      .join('\n'),
  );

/** Thrown when content is not fit to publish. Has no stack: the clerk needs the list alone. */
export class ContentError extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(report(problems));
    this.problems = problems;
    this.name = 'ContentError';
    this.stack = this.message;
  }
}
