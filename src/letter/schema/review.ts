import { isDay } from '../../language/dates.ts';
import { advice, anyList, choice, count, group, text } from './fields.ts';

/** A day, such as 2026-12-01. */
export const day = (label: string) =>
  text({ label, example: '2026-12-01' }).refine(
    isDay,
    advice(`“${label}”不是日期`, '写成 2026-12-01 的样子'),
  );

/** The decision of a person that a letter may be public. It is printed nowhere. */
export const reviewSchema = group(
  {
    by: text({ label: '审查人', example: '张某某（办公室主任）' }),
    on: day('审查日期'),
    decision: choice(['公开', '不公开'], { label: '审查决定', example: '公开' }),
    /** Personal data that is published nevertheless, by fragment or field. */
    keep: anyList(
      group(
        {
          at: text({ label: '位置', example: 'contact' }),
          why: text({ label: '理由', example: '公开的办公电话' }),
        },
        { label: '保留的个人信息' },
      ),
      { label: '保留的个人信息', example: '[{at: contact, why: 公开的办公电话}]' },
    ).default([]),
  },
  {
    label: '公开审查',
    example: '{by: 审查人, on: 2026-12-01, decision: 公开}',
    guide:
      '公开审查的决定，哪里也不印出：`by` 审查人，`on` 日期，`decision` 写 `公开` 或 `不公开`。收到的文件里有密级、内部、不予公开一类标注的，没有它就不能公布。`keep` 列出仍要公布的个人信息：`at` 是位置（`contact`、`p4`、`summary`……），`why` 是理由',
  },
);

/** Words that the law keeps from the public, each replaced by one mark. Contains neither the words nor their length. */
export const withheldSchema = anyList(
  group(
    {
      at: text({ label: '位置', example: 'contact' }),
      why: text({ label: '理由', example: '个人信息' }),
      on: day('日期'),
      /** The number of the mark among those in the fragment, from 1 on, if the letter itself prints some of them. */
      nth: count({ label: '第几处', example: '2' }, 1).optional(),
    },
    { label: '依法不公开' },
  ),
  {
    label: '依法不公开',
    example: '[{at: contact, why: 个人信息, on: 2026-12-01}]',
    guide:
      '依法不公开的字句，由 `npm run withhold` 写入：`at` 位置，`why` 理由，`on` 日期；答复自己也印着“（依法不公开）”的，`nth` 说是第几处',
  },
).default([]);
