import { group, lines, text } from './schema/fields.ts';

/** Returns true if contact lines are printed in brackets, as GB/T 9704-2012, 7.3.6 requires for a note. */
export const isBracketed = (lines: string[]): boolean =>
  /^\s*[（(]/.test(lines[0] ?? '') && /[）)]。?\s*$/.test(lines.at(-1) ?? '');

/** The contact in the front matter. */
export const contactSchema = group(
  {
    lines: lines({ label: '联系方式', example: '联系人：某某' }),
    note: text({ label: '联系方式的注', example: 'contact' }).optional(),
  },
  { label: '联系方式', guide: '`lines` 每行一条，照原文抄录；`note` 指明一条注' },
);
