import type { Diagnostic } from '../diagnostics.ts';

/** The most bytes of a file that an editor writes; letter 273 has 6,000. */
export const MAX_FILE_BYTES = 1_000_000;
/** The most bytes of a received file: an office may have made it larger than it need be. */
export const MAX_RECEIVED_BYTES = 5_000_000;
/** Far more than a letter has; what grows faster than its input in a parser stays small below them. */
const MOST_LINES = 5000;
const LONGEST_LINE = 20_000;
const DEEPEST_INDENT = 40;
const DEEPEST_NEST = 10;
const MOST_SIGNS = 1000;
const MOST_SIGNS_OF_LINE = 300;
/** Signs that open or nest something in Markdown or YAML. */
const SIGNS = '[]<>*_`~!&?{=\\';
/** Those that nest by standing in one line, and are common in tables. */
const SIGNS_OF_LINE = '-+|,:';

/** The quotation and list marks with which a line starts. */
const nested = (line: string): number =>
  line.match(/^(?:\s*(?:>|(?:[-+*]|\d+[.)])(?=\s)))+/)?.[0].match(/[->+*.)]/g)?.length ?? 0;

const counts = (text: string, signs: string): Map<string, number> => {
  const found = new Map<string, number>();
  for (const char of text) if (signs.includes(char)) found.set(char, (found.get(char) ?? 0) + 1);
  return found;
};

/**
 * What makes a file of Markdown or YAML none that a person wrote, and a parser slow or its stack too
 * deep: to be asked before any parser sees the text. The first of each kind, by line.
 */
export function findExcess(text: string, file: string): Diagnostic[] {
  const lines = text.split(/\r\n?|\n/);
  const problems: Diagnostic[] = [];
  const tell = (line: number, message: string, help: string) =>
    problems.push({ file, line, message, help });
  if (lines.length > MOST_LINES)
    tell(MOST_LINES, `文件超过 ${MOST_LINES} 行`, '删去多余的内容；一份答复用不到这么多行');
  for (const [char, count] of counts(text, SIGNS))
    if (count > MOST_SIGNS)
      tell(
        lines.findIndex((line) => line.includes(char)) + 1,
        `符号 ${char} 有 ${count} 个，超过 ${MOST_SIGNS} 个`,
        '删去多余的符号；一份答复用不到这么多',
      );
  const first = (fits: (line: string) => boolean, message: string, help: string) => {
    const index = lines.findIndex((line) => !fits(line));
    if (index >= 0) tell(index + 1, message, help);
  };
  first(
    (line) => line.length <= LONGEST_LINE,
    `这一行超过 ${LONGEST_LINE} 字`,
    '按原文分段，段与段之间空一行',
  );
  first(
    (line) => line.search(/\S/) <= DEEPEST_INDENT,
    `行首的空格超过 ${DEEPEST_INDENT} 个`,
    '删去行首的空格',
  );
  first(
    (line) => nested(line) <= DEEPEST_NEST,
    '行首有许多引用或列表的符号，一层套一层',
    '删去行首的符号；要写符号本身，在前面加 \\',
  );
  first(
    (line) =>
      ![...counts(line, SIGNS_OF_LINE).values()].some((count) => count > MOST_SIGNS_OF_LINE),
    `这一行里同一个符号超过 ${MOST_SIGNS_OF_LINE} 个`,
    '删去多余的符号，或分成几行',
  );
  return problems;
}
