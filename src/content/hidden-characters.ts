import { HIDDEN } from '../language/hidden.ts';
import type { Diagnostic } from '../diagnostics.ts';
/** As many hidden characters of a file are named; a clerk who finds these finds the others. */
const NAMED = 20;

const codeOf = (char: string) =>
  `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Hidden characters of a whole file, one problem each line and character. */
export function findHiddenCharacters(text: string, file: string): Diagnostic[] {
  if (text.search(HIDDEN) < 0) return [];
  const found = text.split('\n').flatMap((line, index) =>
    [...new Set(line.match(HIDDEN))].map((char) => ({
      file,
      line: index + 1,
      message: `有看不见或无法显示的字符 ${codeOf(char)}`,
      help: '删去它；可把该行重新键入一遍',
    })),
  );
  return found.slice(0, NAMED);
}

/** Hidden characters that a file does not hold as such, but as an escape or entity. */
export const findHiddenEscapes = (value: unknown, file: string, line: number): Diagnostic[] =>
  findHiddenCharacters(stringsOf(value).join('\n'), file).map((problem) => ({
    ...problem,
    line,
    message: `${problem.message}（写成了转义）`,
  }));

/** Every string within a value. */
const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(stringsOf)
      : [];
