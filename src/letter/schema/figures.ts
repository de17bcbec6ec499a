import { z } from 'astro/zod';
import { isNumberedFragment } from '../fragment.ts';
import { advice, anyList, anyText, group, list, pair, text } from './fields.ts';

const EXAMPLE = '下面每行一条，以 - 开头';
const EMPTY = { example: EXAMPLE, helpIfEmpty: '写上一条，或删去这幅图' };

/** A figure may be written as a number; it is quoted unchanged. */
const value = z.preprocess(
  (given) => (typeof given === 'number' ? String(given) : given),
  text({ example: '2931' }),
);
const fragment = text({ example: 'p3' }).refine(
  isNumberedFragment,
  advice('p 不是段号', '写成 p: p3；在表格里的写 t1，在标题里的写 s1'),
);

/** An editor's words, which spreadsheets would take for a formula after one of these characters. */
const wordsFor = <T extends z.ZodType<string>>(key: string, field: T) =>
  field.refine(
    (words) => !/^[=+\-@\t\r＝＋－＠]/.test(words),
    advice(`${key} 的开头会被表格软件当成公式`, '删去开头的 = + - @ 或空格'),
  );

const bar = group({
  label: text({ example: '建成' }),
  figure: text({ example: 'parks' }).optional(),
  minus: pair({ example: '[甲, 乙]', wrong: 'minus 要写两项' }).optional(),
}).refine(
  (given) => !given.figure !== !given.minus,
  advice('一条既没有 figure 也没有 minus，或两样都有', '写其中一样'),
);

/** `273.figures.yaml`: the figures that a letter states, beside it. */
export const figuresSchema = group({
  figures: anyList(
    group({
      /** The paragraph that states it. */
      p: fragment,
      /** A name for pictures to refer to. */
      id: text({ example: 'parks' }).optional(),
      what: wordsFor('what', text({ example: '累计走访企业' })),
      /** Value and unit as printed, in succession. */
      value,
      unit: wordsFor('unit', anyText({ example: '家次' })),
      asOf: wordsFor('asOf', text({ example: '2018年底' })).optional(),
      /** The letter's own words around it, found once in the paragraph. */
      quote: text({ example: '累计走访企业2931家次' }),
    }),
    { example: EXAMPLE },
  ),
  /** Numbers of the body that are not figures: ordinals, years, document numbers. */
  others: anyList(
    group({
      p: fragment,
      quote: text({ example: '第273号' }),
      reason: text({ example: '建议编号' }),
    }),
    { example: EXAMPLE },
  ),
  pictures: anyList(
    group({
      title: text({ example: '小微企业园：建成与在建' }),
      groups: list(
        group({ label: text({ example: '园区' }).optional(), bars: list(bar, EMPTY) }),
        EMPTY,
      ),
    }),
    { example: EXAMPLE },
  ).default([]),
});

export type Figures = z.infer<typeof figuresSchema>;
export type Figure = Figures['figures'][number];
export type Bar = z.infer<typeof bar>;
