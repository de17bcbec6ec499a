import { z } from 'astro/zod';
import { anyWords, fields, someWords } from './fields.ts';
import { isNumberedFragment } from '../fragment.ts';
import { say } from '../../diagnostics.ts';

const list = <T extends z.ZodType>(item: T, key: string, least = 0) =>
  z
    .array(item, { error: say(`缺少 ${key}，或写法不对`, `写成 ${key}: 下面每行一条，以 - 开头`) })
    .min(least, { error: say(`${key} 一条也没有`, '写上一条，或删去这幅图') });

/** A figure may be written as a number; it is quoted as it stands. */
const value = z.preprocess(
  (given) => (typeof given === 'number' ? String(given) : given),
  someWords('value', '2931'),
);
const place = someWords('p', 'p3').refine(isNumberedFragment, {
  error: say('p 不是段号', '写成 p: p3；在表格里的写 t1，在标题里的写 s1'),
});

const bar = fields({
  label: someWords('label', '建成'),
  figure: someWords('figure', 'parks').optional(),
  minus: z
    .tuple([z.string(), z.string()], { error: say('minus 要写两项', '写成 minus: [甲, 乙]') })
    .optional(),
}).refine((given) => !given.figure !== !given.minus, {
  error: say('一条既没有 figure 也没有 minus，或两样都有', '写其中一样'),
});

/** `273.figures.yaml`: the figures that a letter states, beside it. */
export const figuresSchema = fields({
  figures: list(
    fields({
      /** The paragraph in which it stands. */
      p: place,
      /** For pictures to refer to. */
      id: someWords('id', 'parks').optional(),
      what: someWords('what', '累计走访企业'),
      /** Value and unit as printed, one after the other. */
      value,
      unit: anyWords('unit', '家次'),
      asOf: someWords('asOf', '2018年底').optional(),
      /** The letter's own words around it, found once in the paragraph. */
      quote: someWords('quote', '累计走访企业2931家次'),
    }),
    'figures',
  ),
  /** Numbers of the body that are no figures: ordinals, years, document numbers. */
  others: list(
    fields({
      p: place,
      quote: someWords('quote', '第273号'),
      reason: someWords('reason', '建议编号'),
    }),
    'others',
  ),
  pictures: list(
    fields({
      title: someWords('title', '小微企业园：建成与在建'),
      groups: list(
        fields({ label: someWords('label', '园区').optional(), bars: list(bar, 'bars', 1) }),
        'groups',
        1,
      ),
    }),
    'pictures',
  ).default([]),
});

export type Figures = z.infer<typeof figuresSchema>;
export type Figure = Figures['figures'][number];
export type Bar = z.infer<typeof bar>;
