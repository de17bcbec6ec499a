import { group, text } from './fields.ts';
import { day } from './review.ts';

/** The front matter of a stub, which remains in the place of a withdrawn letter's edition. */
export const stubSchema = group({
  withdrawn: group(
    {
      on: day('撤下日期'),
      why: text({ label: '理由', example: '个人信息' }),
      by: text({ label: '决定撤下的', example: '某某市某某局' }).optional(),
    },
    { label: '撤下' },
  ),
});
