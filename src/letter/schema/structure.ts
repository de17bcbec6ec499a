import { count, group, yesNo } from './fields.ts';

/** The parts that the body must have, so that a lost section is noticed. */
export const structureSchema = group(
  {
    measures: count({ label: '措施的条数', example: '4' }),
    nextSteps: yesNo('单列的下一步'),
    closing: yesNo('结语'),
  },
  {
    label: '正文的组成',
    guide:
      '正文的组成：`measures` 有几条措施，`nextSteps` 有没有单列的下一步，`closing` 有没有结语',
  },
);
