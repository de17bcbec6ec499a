import { HIDDEN } from '../language/hidden.ts';
import type { Diagnostic } from '../diagnostics.ts';

/** The most hidden characters of a file that are reported; a clerk who finds these will find the others. */
const MAX_REPORTED = 20;

const codePointName = (char: string) =>
  `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Reports the hidden characters of a file, each character once a line. */
export function findHiddenCharacters(text: string, file: string): Diagnostic[] {
  if (text.search(HIDDEN) < 0) return [];
  const found = text.split('\n').flatMap((line, index) =>
    [...new Set(line.match(HIDDEN))].map((char) => ({
      file,
      line: index + 1,
      message: `有看不见或无法显示的字符 ${codePointName(char)}`,
      help: '删去它；可把该行重新键入一遍',
    })),
  );
  return found.slice(0, MAX_REPORTED);
}

/** Reports hidden characters that are written as escapes or entities in the file of a value. */
export const findHiddenEscapes = (value: unknown, file: string, line: number): Diagnostic[] =>
  findHiddenCharacters(stringsOf(value).join('\n'), file).map((diagnostic) => ({
    ...diagnostic,
    line,
    message: `${diagnostic.message}（写成了转义）`,
  }));

/** Every string within a value. */
const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(stringsOf)
      : [];
