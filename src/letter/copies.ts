import { advice, anyList, group, text } from './schema/fields.ts';

/** Matches 抄送： with the spaces that printing adds between its characters, and 抄报, the label for higher offices. */
export const COPIES_LABEL = /^抄\s*[送报]\s*[：:]?/;

/** Splits a 抄送 line into its label and the names after it, each with the punctuation that follows it. */
export function splitCopies(printed: string): { label: string; names: string[] } {
  const label = COPIES_LABEL.exec(printed)?.[0] ?? '';
  return { label, names: printed.slice(label.length).split(/(?<=[，、；])/) };
}

/** The recipients named in a 抄送 line: 甲, 乙 and 丙 for 抄送：甲，乙、丙。 */
export const copyRecipients = (printed: string): string[] =>
  splitCopies(printed)
    .names.join('')
    .split(/[，、；。\s]+/)
    .filter(Boolean);

/** The copies of a letter in its front matter. */
export const copiesSchema = group(
  {
    printed: text({ label: '抄送', example: '抄送：……。' }).refine(
      (printed) => COPIES_LABEL.test(printed),
      advice('抄送行不以“抄送：”开头', '照原文整行抄录'),
    ),
    persons: anyList(text(), { label: '抄送的个人', example: '[张三, 李四]，没有就写 []' }),
  },
  {
    label: '抄送',
    guide: '`printed` 照抄整行抄送；`persons` 列出其中的个人，没有就写 `[]`',
  },
).superRefine(({ printed, persons }, context) => {
  const named = new Set(printed.split(/[，、；。：\s]/));
  for (const person of persons)
    if (!named.has(person))
      context.addIssue({
        code: 'custom',
        path: ['persons'],
        ...advice(`抄送行里没有“${person}”`, '照原文改正姓名，或从 persons 里删去'),
      });
});
