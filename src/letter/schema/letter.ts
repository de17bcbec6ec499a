import { z } from 'astro/zod';
import { correctionsSchema } from './corrections.ts';
import { isMoment } from '../../language/dates.ts';
import { count, expects, group, list, statedOr, words, yesNo } from './fact-fields.ts';
import { PART_ORDER } from '../parts.ts';
import { say } from '../../diagnostics.ts';
import { contact, copies, date } from './tail.ts';

const ORDER_EXAMPLE = '[title, to, body, contact, sign, date]';
const lines = (label: string, key: string, example: string) =>
  list(words(label, key, `- ${example}`), label, key, `（下面每行一条，以 - 开头）`);

const proposal = group(
  {
    body: z.enum(['人大', '政协'], { error: expects('人大或政协', 'body', '人大') }),
    congress: count('届', 'congress', '17').min(1).max(99),
    session: count('次会议', 'session', '3').min(1).max(99),
    number: count('编号', 'number', '273').min(1),
    title: statedOr(words('建议标题', 'title', '关于……的建议')),
    lead: statedOr(words('领衔代表', 'lead', '应成钊')),
    /** What of these the letter does not say: the clerk knows it from elsewhere. */
    supplied: z
      .array(z.enum(['session', 'number']), {
        error: expects('原文没有的届次或编号', 'supplied', '[session, number]'),
      })
      .optional(),
  },
  '所答建议',
  'proposal',
);

const source = group(
  {
    omitted: z
      .array(
        group(
          {
            text: words('未收入的原文', 'text', "'- 10 -'"),
            reason: words('理由', 'reason', '来源文件的页码'),
          },
          '未收入的一行',
          'omitted',
        ),
        { error: expects('未收入的原文', 'omitted', '[]') },
      )
      .default([]),
    note: words('来源的注', 'note', 'source').optional(),
  },
  '来源',
  'source',
);

/** What somebody must answer before a draft is published. */
export const questions = z.array(
  group(
    {
      where: words('在哪里', 'where', '正文第3段'),
      what: words('问题', 'what', '……'),
    },
    '问题',
    'questions',
  ),
  { error: expects('问题', 'questions', '（下面每条写 where 和 what）') },
);

/** What the body must hold, so that a lost part is noticed. */
export const partsSchema = group(
  {
    measures: count('措施的条数', 'measures', '4'),
    nextSteps: yesNo('单列的下一步', 'nextSteps'),
    closing: yesNo('结语', 'closing'),
  },
  '正文的组成',
  'parts',
);

/** The front matter of a letter: every fact about it, each declared here once. */
export const factsSchema = group(
  {
    /** The title as printed, cut where a line may end by sense. */
    title: z.preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      list(words('标题', 'title', '对……建议的答复'), '标题', 'title', '对……建议的答复'),
    ),
    proposal,
    /** 发文字号 */
    docNumber: words('发文字号', 'docNumber', '某政发〔2031〕5号').optional(),
    salutation: statedOr(words('称呼', 'salutation', '应成钊等代表们：')),
    parts: partsSchema,
    /** The lines of 附件 that stand under the body. */
    attachments: lines('附件', 'attachments', '附件：1. 某某表').optional(),
    signatories: statedOr(
      list(words('署名', 'signatories', '- 某某局'), '署名', 'signatories', '[某某局]'),
    ).transform((names) => names ?? []),
    /** The lines of the signature, where they hold more than one name each. */
    signature: lines('署名的原行', 'signature', '甲局、乙局').optional(),
    date: statedOr(date),
    /** 附注 and other lines under the date, such as （此件公开发布）. */
    remarks: lines('附注', 'remarks', '（此件公开发布）').optional(),
    copies: copies.optional(),
    contact: contact.optional(),
    /** The order of the letter's parts, where it is not the usual one. */
    order: z
      .array(z.enum(PART_ORDER), { error: expects('各部分的次序', 'order', ORDER_EXAMPLE) })
      .optional(),
    summary: words('一句话摘要', 'summary', '某局答复某代表……').regex(
      /^(?!.*\d{7}(?!\d*号))[^\n]+$/,
      {
        error: say('一句话摘要分了行，或含有电话号码', '写成一行，不写联系方式'),
      },
    ),
    keywords: statedOr(
      list(
        words('关键词', 'keywords', '[融资]').regex(/^[^,，、]+$/, {
          error: say('关键词连在了一起', '写成 keywords: [停车, 车位]，逗号用半角，后面空一格'),
        }),
        '关键词',
        'keywords',
        '[中小企业, 融资]',
      ),
    ).transform((keywords) => keywords ?? []),
    /** The moment of publication on this site, Beijing time. */
    published: words('本站公布时间', 'published', '2026-11-23 09:00').refine(isMoment, {
      error: say('“本站公布时间”（published）不是日期和时间', '写成 published: 2026-11-23 09:00'),
    }),
    corrections: correctionsSchema,
    source: source.prefault({}),
    /** Not published until somebody has answered the questions and taken this away. */
    draft: z.literal(true, { error: expects('草稿', 'draft', 'true，或删去这一行') }).optional(),
    questions: questions.optional(),
  },
  '事实部分',
  '---',
);

export type Facts = z.infer<typeof factsSchema>;

/** A draft's facts: what the letter answers may not be known yet. */
export const draftSchema = factsSchema.extend({ proposal: proposal.partial().optional() });
export type DraftFacts = z.infer<typeof draftSchema>;
