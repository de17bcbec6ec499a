import { parseEdtf, isRealDate, parsePrintedDate } from '../../language/dates.ts';
import { advice, group, text } from './fields.ts';

/** The date under the letter; its machine-readable form may state doubt. */
export const dateSchema = group(
  {
    printed: text({ label: '落款日期', example: '2018年6月25日' }),
    edtf: text({ label: '日期的机器写法', example: "'2018-06-25'，存疑的写 '2018-06-25?'" }),
    note: text({ label: '日期的注', example: 'date' }).optional(),
  },
  {
    label: '日期',
    guide:
      '`printed` 照原文写落款日期；`edtf` 是机器读的写法，如 `2019-05-06`，存疑的写 `2018-06-25?` 并用 `note` 指明一条注',
  },
).superRefine((value, context) => {
  const refuse = (path: string, message: string, help: string) =>
    context.addIssue({ code: 'custom', path: [path], ...advice(message, help) });
  const printed = parsePrintedDate(value.printed);
  const edtf = parseEdtf(value.edtf);
  if (!printed)
    return refuse('printed', `“${value.printed}”不是日期`, '照原文写，如 2018年6月25日');
  if (!edtf)
    return refuse('edtf', `“${value.edtf}”不是 EDTF 日期`, '写成 2018-06-25，存疑的写 2018-06-25?');
  if (edtf.doubtful && !value.note)
    refuse(
      'edtf',
      '日期标为存疑，却没有注',
      '加一行 note: date，并在正文末尾写 [^date]: 存疑的理由',
    );
  if (!isRealDate(printed) && edtf.parts.length > 2)
    refuse(
      'printed',
      `日历上没有“${value.printed}”`,
      '对照原件改正；原文如此的，edtf 只写到月并加 ?',
    );
  else if (edtf.parts.some((part, index) => part !== printed[index]))
    refuse(
      'edtf',
      `机器写法“${value.edtf}”与落款“${value.printed}”不一致`,
      '两处照原文写同一天；疑有误的，只在注里说明',
    );
  else if (edtf.parts.length < printed.length && !edtf.doubtful)
    refuse('edtf', `机器写法“${value.edtf}”不完整`, '与落款写得一样细，如 2018-06-25');
});
