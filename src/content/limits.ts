import type { Diagnostic } from '../diagnostics.ts';
import { findMergeConflict } from './merge-conflicts.ts';

/** The most bytes of a file that an editor writes; letter 273 has 6,000. */
export const MAX_FILE_BYTES = 1_000_000;
/** Far more lines than a letter has, and few enough for parsers whose time grows faster than their input. */
const MAX_LINES = 5000;
const MAX_LINE_LENGTH = 20_000;
const MAX_INDENT = 40;
const MAX_NESTING = 10;
const MAX_SIGNS = 1000;
const MAX_SIGNS_OF_LINE = 300;
/** Signs that open or nest something in Markdown or YAML. */
const SIGNS = '[]<>*_`~!&?{=\\';
/** Signs that nest only within one line, and that are frequent in tables. */
const SIGNS_OF_LINE = '-+|,:';

/** The number of quotation and list marks with which a line starts. */
const nesting = (line: string): number =>
  line.match(/^(?:\s*(?:>|(?:[-+*]|\d+[.)])(?=\s)))+/)?.[0].match(/[->+*.)]/g)?.length ?? 0;

function countSigns(text: string, signs: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const char of text) if (signs.includes(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

/** The limits of a single line, with the message about the first line that exceeds them. */
const LINE_LIMITS: { isWithin: (line: string) => boolean; message: string; help: string }[] = [
  {
    isWithin: (line) => line.length <= MAX_LINE_LENGTH,
    message: `这一行超过 ${MAX_LINE_LENGTH} 字`,
    help: '按原文分段，段与段之间空一行',
  },
  {
    isWithin: (line) => line.search(/\S/) <= MAX_INDENT,
    message: `行首的空格超过 ${MAX_INDENT} 个`,
    help: '删去行首的空格',
  },
  {
    isWithin: (line) => nesting(line) <= MAX_NESTING,
    message: `行首的引用或列表的符号一层套一层，超过 ${MAX_NESTING} 层`,
    help: '删去行首的符号；要写符号本身，在前面加 \\',
  },
  {
    isWithin: (line) =>
      Math.max(0, ...countSigns(line, SIGNS_OF_LINE).values()) <= MAX_SIGNS_OF_LINE,
    message: `这一行里同一个符号超过 ${MAX_SIGNS_OF_LINE} 个`,
    help: '删去多余的符号，或分成几行',
  },
];

/**
 * Reports an unsolved merge alone, since no parser makes sense of it. Else reports what makes a file of Markdown or YAML slow to parse, or too deep for a parser's stack, and
 * what no person would write. To be called before any parser. Reports the first excess of each kind.
 */
export function findExcess(text: string, file: string): Diagnostic[] {
  const conflict = findMergeConflict(text, file);
  if (conflict.length > 0) return conflict;
  const lines = text.split(/\r\n?|\n/);
  const tooMany = [...countSigns(text, SIGNS)].filter(([, count]) => count > MAX_SIGNS);
  return [
    ...(lines.length > MAX_LINES
      ? [
          {
            file,
            line: MAX_LINES,
            message: `文件超过 ${MAX_LINES} 行`,
            help: '删去多余的内容；一份答复用不到这么多行',
          },
        ]
      : []),
    ...tooMany.map(([char, count]) => ({
      file,
      line: lines.findIndex((line) => line.includes(char)) + 1,
      message: `符号 ${char} 有 ${count} 个，超过 ${MAX_SIGNS} 个`,
      help: '删去多余的符号；一份答复用不到这么多',
    })),
    ...LINE_LIMITS.flatMap(({ isWithin, message, help }) => {
      const index = lines.findIndex((line) => !isWithin(line));
      return index < 0 ? [] : { file, line: index + 1, message, help };
    }),
  ];
}
