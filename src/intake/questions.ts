import type { Diagnostic } from '../diagnostics.ts';

/** Something that the clerk must look at or answer. `where` and `what` are Chinese. */
export interface Question {
  where: string;
  what: string;
  /** The letter stays a draft until somebody has answered. */
  blocking?: true;
}

export const isBlocking = ({ blocking }: Question): boolean => blocking ?? false;
/** Makes a question that blocks publication. */
export const block = (where: string, what: string): Question => ({ where, what, blocking: true });

/** Asks about everything that would stop the build of an edition. */
export const askAboutProblems = (diagnostics: Diagnostic[]): Question[] =>
  diagnostics.map(({ file, line, message, help }) =>
    block(`${file} 第 ${line} 行`, `${message}。改法：${help}`),
  );

/** A line of the received file as the clerk finds it: its number and its first words. */
export const locateRow = ({ line, text }: { line: number; text: string }): string =>
  `收到的文件第 ${line} 行“${text.length > 16 ? `${text.slice(0, 15)}…` : text}”`;

/** The end of a line of the received file, from a long line only its last words. */
export const locateRowEnd = ({ line, text }: { line: number; text: string }): string =>
  text.length > 16 ? `收到的文件第 ${line} 行末“…${text.slice(-15)}”` : locateRow({ line, text });
