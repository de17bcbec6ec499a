import { z } from 'astro/zod';
import { formatChineseDay, isMoment } from '../../language/dates.ts';
import { fields, someWords } from './fields.ts';
import { isInsertedParagraph, isOriginalParagraph } from '../fragment.ts';
import { say } from '../../diagnostics.ts';

const paragraphs = (key: string, fits: (id: string) => boolean, example: string) =>
  z.array(z.string().refine(fits), {
    error: say(`${key} 的写法不对`, `写成 ${key}: [${example}]`),
  });

const correction = fields({
  /** The moment of the correction here, Beijing time, as in `published`. */
  date: someWords('date', '2026-12-01 10:00').refine(isMoment, {
    error: say('更正的 date 不是日期和时间', '写成 date: 2026-12-01 10:00'),
  }),
  what: someWords('what', '第4段“18.56亿元”改为“18.65亿元”'),
  why: someWords('why', '录入时抄错'),
  /** Paragraphs that came in, p4a after p4, so that p5 stays p5. */
  added: paragraphs('added', isInsertedParagraph, 'p4a').default([]),
  /** Paragraphs that went, whose numbers nothing else takes. */
  removed: paragraphs('removed', isOriginalParagraph, 'p4').default([]),
});

/** What was put right in a letter since it was published here, the oldest first. */
export const correctionsSchema = z
  .array(correction, {
    error: say('corrections 的写法不对', '每条以 - 开头，写 date、what、why 三项'),
  })
  .refine((all) => all.every(({ date }, at) => at === 0 || all[at - 1]!.date <= date), {
    error: say('更正没有按时间先后排列', '最早的写在最前面'),
  })
  .default([]);

export type Correction = z.infer<typeof correction>;

const sentence = (words: string) => (words.endsWith('。') ? words : `${words}。`);

/** A correction as readers see it, below its day. */
export const correctionText = ({ what, why }: Correction): string =>
  `${sentence(what)}原因：${sentence(why)}`;

/** The same with its day, for files. */
export const correctionLine = (correction: Correction): string =>
  `${formatChineseDay(correction.date)}：${correctionText(correction)}`;
