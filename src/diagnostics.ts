/** One thing a clerk must put right. `message` and `help` are Chinese; `line` counts from 1. */
export interface Diagnostic {
  file: string;
  line: number;
  message: string;
  help: string;
}

/** Takes note of a problem in the file at hand. */
export type Fail = (line: number, message: string, help: string) => void;

/** The line on which a value of the front matter stands, by its path. */
export type LineOf = (...path: PropertyKey[]) => number;

/** What `read` gives; undefined, and told, where a file is nested too deep for a parser's stack. */
export function unlessTooDeep<T>(
  file: string,
  problems: Diagnostic[],
  read: () => T,
): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const help = '对照 content/README.md，删去多余的括号、引号和缩进';
    problems.push({ file, line: 1, message: '一层套一层，太深，无法读取', help });
    return undefined;
  }
}

/** File names and quoted words may hold anything; a terminal is not to obey it. */
export const printable = (text: string) =>
  text.replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');

/** Problems as a clerk reads them in the terminal, ordered by file and line. */
export const formatDiagnostics = (problems: Diagnostic[]): string[] =>
  [...problems]
    .sort(
      (a, b) =>
        a.file.localeCompare(b.file) || a.line - b.line || a.message.localeCompare(b.message),
    )
    .map(({ file, line, message, help }) => `${file}:${line}  ${message}\n    改法：${help}`);

/** All problems of content that is not fit to publish. */
export const formatReport = (problems: Diagnostic[]): string =>
  printable(
    `内容有 ${problems.length} 处问题，网站没有生成：\n\n${formatDiagnostics(problems).join('\n\n')}\n`,
  );

/** Thrown when content is not fit to publish. Has no stack: the clerk needs the list alone. */
export class ContentError extends Error {
  readonly diagnostics: Diagnostic[];
  constructor(problems: Diagnostic[]) {
    super(formatReport(problems));
    this.diagnostics = problems;
    this.name = 'ContentError';
    this.stack = this.message;
  }
}
