import { z } from 'astro/zod';
import { formatChineseDay, isMoment } from '../../language/dates.ts';
import { isInsertedParagraph, isOriginalParagraph } from '../fragment.ts';
import { advice, anyList, group, text } from './fields.ts';

const paragraphs = (fits: (id: string) => boolean, example: string, wrong: string) =>
  anyList(z.string().refine(fits), { example, wrong }).default([]);

const correction = group({
  /** The moment of the correction here, Beijing time, as in `published`. */
  date: text({ example: '2026-12-01 10:00' }).refine(
    isMoment,
    advice('更正的 date 不是日期和时间', '写成 date: 2026-12-01 10:00'),
  ),
  what: text({ example: '第4段“18.56亿元”改为“18.65亿元”' }),
  why: text({ example: '录入时抄错' }),
  /** Inserted paragraphs: p4a after p4, so that p5 stays p5. */
  added: paragraphs(isInsertedParagraph, '[p4a]', 'added 的写法不对'),
  /** Deleted paragraphs; their numbers are not used again. */
  removed: paragraphs(isOriginalParagraph, '[p4]', 'removed 的写法不对'),
});

/** The corrections of a letter since it was published here, the oldest first. */
export const correctionsSchema = anyList(correction, {
  wrong: 'corrections 的写法不对',
  help: '每条以 - 开头，写 date、what、why 三项',
  guide: '公布以后的更正，写法见下文',
})
  .refine(
    (all) => all.every(({ date }, at) => at === 0 || all[at - 1]!.date <= date),
    advice('更正没有按时间先后排列', '最早的写在最前面'),
  )
  .default([]);

export type Correction = z.infer<typeof correction>;

const sentence = (words: string) => (words.endsWith('。') ? words : `${words}。`);

/** A correction as readers see it, below its day. */
export const correctionText = ({ what, why }: Correction): string =>
  `${sentence(what)}原因：${sentence(why)}`;

/** The same with its day, for files. */
export const correctionLine = (correction: Correction): string =>
  `${formatChineseDay(correction.date)}：${correctionText(correction)}`;
