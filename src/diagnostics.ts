/** A description of a problem and the way to mend it, both in Chinese. */
export interface Advice {
  message: string;
  help: string;
}

/** A problem in a line of the file at hand; lines count from 1. */
export interface FileDiagnostic extends Advice {
  line: number;
}

/** A problem that a clerk must put right. `file` is a path from the project's root. */
export interface Diagnostic extends FileDiagnostic {
  file: string;
}

/** The value that was read, if it could be read, and all diagnostics. If both are absent, there was nothing to read. */
export interface Result<T> {
  value?: T | undefined;
  diagnostics: Diagnostic[];
}

/** The line of a value in YAML by its path, or the line of the nearest parent that exists. */
export type LineOf = (...path: PropertyKey[]) => number;

/** The problem of a file as a whole. */
export const wholeFile = (file: string, message: string, help: string): Diagnostic => ({
  file,
  line: 1,
  message,
  help,
});

/** Returns what `read` returns, or a diagnostic alone if a file is nested too deep for a parser's stack. */
export function readWithinStack<T extends { diagnostics: Diagnostic[] }>(
  file: string,
  read: () => T,
): T | { diagnostics: Diagnostic[] } {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const help = '对照 content/README.md，删去多余的括号、引号和缩进';
    return { diagnostics: [wholeFile(file, '一层套一层，太深，无法读取', help)] };
  }
}

/** Replaces control characters, which file names and quoted words may contain, so that no terminal obeys them. */
export const printable = (text: string) =>
  text.replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');

/** Each diagnostic as a clerk reads it in the terminal, ordered by file and line. */
export const formatDiagnostics = (diagnostics: Diagnostic[]): string[] =>
  [...diagnostics]
    .sort(
      (a, b) =>
        a.file.localeCompare(b.file) || a.line - b.line || a.message.localeCompare(b.message),
    )
    .map(({ file, line, message, help }) => `${file}:${line}  ${message}\n    改法：${help}`);

/** All diagnostics of content that cannot be published, as one text. */
export const formatReport = (diagnostics: Diagnostic[]): string =>
  printable(
    `内容有 ${diagnostics.length} 处问题：\n\n${formatDiagnostics(diagnostics).join('\n\n')}\n`,
  );

/** Thrown if content cannot be published. It has no stack: a clerk needs the report alone. */
export class ContentError extends Error {
  readonly diagnostics: Diagnostic[];
  constructor(diagnostics: Diagnostic[]) {
    super(formatReport(diagnostics));
    this.diagnostics = diagnostics;
    this.name = 'ContentError';
    this.stack = this.message;
  }
}
