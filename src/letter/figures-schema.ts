import { z } from 'astro/zod';
import { say } from './problems.ts';

const words = (key: string, example: string) =>
  z.string({ error: say(`缺少 ${key}，或不是文字`, `写成 ${key}: ${example}`) });
const some = (key: string, example: string) =>
  words(key, example).regex(/\S/, { error: say(`${key} 是空的`, `写成 ${key}: ${example}`) });
const group = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? say(`没有名为 ${issue.keys.join('、')} 的项`, `只用 ${Object.keys(shape).join('、')}`)
        : say('写法不对', `写上 ${Object.keys(shape).join('、')}`),
  });
const list = <T extends z.ZodType>(item: T, key: string) =>
  z.array(item, { error: say(`缺少 ${key}，或写法不对`, `写成 ${key}: 下面每行一条，以 - 开头`) });

/** A figure may be written as a number; it is quoted as it stands. */
const value = z.preprocess(
  (given) => (typeof given === 'number' ? String(given) : given),
  some('value', '2931'),
);
const place = some('p', 'p3').regex(/^[pt]\d+$/, {
  error: say('p 不是段号', '写成 p: p3；在表格里的写 t1'),
});

const bar = group({
  label: some('label', '建成'),
  figure: some('figure', 'parks').optional(),
  minus: z
    .tuple([z.string(), z.string()], { error: say('minus 要写两项', '写成 minus: [甲, 乙]') })
    .optional(),
}).refine((given) => !given.figure !== !given.minus, {
  error: say('一条既没有 figure 也没有 minus，或两样都有', '写其中一样'),
});

/** `273.figures.yaml`: the figures that a letter states, beside it. */
export const figuresSchema = group({
  figures: list(
    group({
      /** The paragraph in which it stands. */
      p: place,
      /** For pictures to refer to. */
      id: some('id', 'parks').optional(),
      what: some('what', '累计走访企业'),
      /** Value and unit as printed, one after the other. */
      value,
      unit: words('unit', '家次'),
      asOf: some('asOf', '2018年底').optional(),
      /** The letter's own words around it, found once in the paragraph. */
      quote: some('quote', '累计走访企业2931家次'),
    }),
    'figures',
  ),
  /** Numbers of the body that are no figures: ordinals, years, document numbers. */
  others: list(
    group({ p: place, quote: some('quote', '第273号'), reason: some('reason', '建议编号') }),
    'others',
  ),
  pictures: list(
    group({
      title: some('title', '小微企业园：建成与在建'),
      groups: list(group({ label: some('label', '园区'), bars: list(bar, 'bars') }), 'groups'),
    }),
    'pictures',
  ).default([]),
});

export type Figures = z.infer<typeof figuresSchema>;
export type Figure = Figures['figures'][number];
export type Bar = z.infer<typeof bar>;
