import { z } from 'astro/zod';
import { COPIES_LABEL } from '../copies.ts';
import { parseEdtf, isRealDate, parsePrintedDate } from '../../language/dates.ts';
import { expects, group, list, words } from './fact-fields.ts';
import { say } from '../../diagnostics.ts';

/** The date under the letter; its machine form may say that it is in doubt. */
export const date = group(
  {
    printed: words('落款日期', 'printed', '2018年6月25日'),
    edtf: words('日期的机器写法', 'edtf', "'2018-06-25'，存疑的写 '2018-06-25?'"),
    note: words('日期的注', 'note', 'date').optional(),
  },
  '日期',
  'date',
).superRefine((value, context) => {
  const fail = (what: string, remedy: string, path: string) =>
    context.addIssue({ code: 'custom', path: [path], message: say(what, remedy) });
  const printed = parsePrintedDate(value.printed);
  const edtf = parseEdtf(value.edtf);
  if (!printed) return fail(`“${value.printed}”不是日期`, '照原文写，如 2018年6月25日', 'printed');
  if (!edtf)
    return fail(`“${value.edtf}”不是 EDTF 日期`, '写成 2018-06-25，存疑的写 2018-06-25?', 'edtf');
  if (edtf.doubtful && !value.note)
    fail('日期标为存疑，却没有注', '加一行 note: date，并在正文末尾写 [^date]: 存疑的理由', 'edtf');
  if (!isRealDate(printed) && edtf.parts.length > 2)
    fail(
      `日历上没有“${value.printed}”`,
      '对照原件改正；原文如此的，edtf 只写到月并加 ?',
      'printed',
    );
  else if (edtf.parts.some((part, index) => part !== printed[index]))
    fail(
      `机器写法“${value.edtf}”与落款“${value.printed}”不一致`,
      '两处照原文写同一天；疑有误的，只在注里说明',
      'edtf',
    );
  else if (edtf.parts.length < printed.length && !edtf.doubtful)
    fail(`机器写法“${value.edtf}”不完整`, '与落款写得一样细，如 2018-06-25', 'edtf');
});

/** 抄送 */
export const copies = group(
  {
    printed: words('抄送', 'printed', '抄送：……。').regex(COPIES_LABEL, {
      error: say('抄送行不以“抄送：”开头', '照原文整行抄录'),
    }),
    persons: z.array(words('抄送的个人', 'persons', '[张三, 李四]'), {
      error: expects('抄送的个人', 'persons', '[张三, 李四]，没有就写 []'),
    }),
  },
  '抄送',
  'copies',
).superRefine((value, context) => {
  const named = new Set(value.printed.split(/[，、；。：\s]/));
  for (const person of value.persons)
    if (!named.has(person))
      context.addIssue({
        code: 'custom',
        path: ['persons'],
        message: say(`抄送行里没有“${person}”`, '照原文改正姓名，或从 persons 里删去'),
      });
});

export const contact = group(
  {
    lines: list(
      words('联系方式', 'lines', '- 联系人：某某'),
      '联系方式',
      'lines',
      '（下面每行一条，以 - 开头）',
    ),
    note: words('联系方式的注', 'note', 'contact').optional(),
  },
  '联系方式',
  'contact',
);
