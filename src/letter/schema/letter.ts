import { z } from 'astro/zod';
import { correctionsSchema } from './corrections.ts';
import { isMoment } from '../../language/dates.ts';
import {
  advice,
  anyList,
  choice,
  count,
  group,
  lines,
  list,
  statedOr,
  text,
  yesNo,
  type FieldWords,
} from './fields.ts';
import { PART_ORDER } from '../parts.ts';
import { contact, copies, date } from './tail.ts';

const PROPOSAL: FieldWords = { label: '所答建议' };
const proposal = group(
  {
    body: choice(['人大', '政协'], { label: '人大或政协', example: '人大' }),
    congress: count({ label: '届', example: '17' }, 1, 99),
    session: count({ label: '次会议', example: '3' }, 1, 99),
    number: count({ label: '编号', example: '273' }, 1),
    title: statedOr(text({ label: '建议标题', example: '关于……的建议' })),
    lead: statedOr(text({ label: '领衔代表', example: '应成钊' })),
    /** Those of these facts that the letter does not state: the clerk knows them from elsewhere. */
    supplied: anyList(z.enum(['session', 'number']), {
      label: '原文没有的届次或编号',
      example: '[session, number]',
    }).optional(),
  },
  PROPOSAL,
);

const source = group(
  {
    omitted: anyList(
      group(
        {
          text: text({ label: '未收入的原文', example: "'- 10 -'" }),
          reason: text({ label: '理由', example: '来源文件的页码' }),
        },
        { label: '未收入的一行' },
      ),
      { label: '未收入的原文', example: '[]' },
    ).default([]),
    note: text({ label: '来源的注', example: 'source' }).optional(),
  },
  { label: '来源' },
);

/** What somebody must answer before a draft is published. */
const questions = anyList(
  group(
    {
      where: text({ label: '在哪里', example: '正文第3段' }),
      what: text({ label: '问题', example: '……' }),
    },
    { label: '问题' },
  ),
  { label: '问题', example: '（下面每条写 where 和 what）' },
);

/** What the body must hold, so that a lost part is noticed. */
export const partsSchema = group(
  {
    measures: count({ label: '措施的条数', example: '4' }),
    nextSteps: yesNo('单列的下一步'),
    closing: yesNo('结语'),
  },
  { label: '正文的组成' },
);

const FACTS: FieldWords = { label: '事实部分' };

/** The front matter of a letter: every fact about it, each declared here once. */
export const factsSchema = group(
  {
    /** The title as printed, cut where a line may end by sense. */
    title: z.preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      list(text(), { label: '标题', example: '对……建议的答复' }),
    ),
    proposal,
    docNumber: text({ label: '发文字号', example: '某政发〔2031〕5号' }).optional(),
    salutation: statedOr(text({ label: '称呼', example: '应成钊等代表们：' })),
    parts: partsSchema,
    /** The lines of 附件 that stand under the body. */
    attachments: lines({ label: '附件', example: '附件：1. 某某表' }).optional(),
    signatories: statedOr(list(text(), { label: '署名', example: '[某某局]' })).transform(
      (names) => names ?? [],
    ),
    /** The lines of the signature, where they hold more than one name each. */
    signature: lines({ label: '署名的原行', example: '甲局、乙局' }).optional(),
    date: statedOr(date),
    /** 附注 and other lines under the date, such as （此件公开发布）. */
    remarks: lines({ label: '附注', example: '（此件公开发布）' }).optional(),
    copies: copies.optional(),
    contact: contact.optional(),
    /** The order of the letter's parts, where it is not the usual one. */
    order: anyList(z.enum(PART_ORDER), {
      label: '各部分的次序',
      example: '[title, to, body, contact, sign, date]',
    }).optional(),
    summary: text({ label: '一句话摘要', example: '某局答复某代表……' }).refine(
      (words) => /^(?!.*\d{7}(?!\d*号))[^\n]+$/.test(words),
      advice('一句话摘要分了行，或含有电话号码', '写成一行，不写联系方式'),
    ),
    keywords: statedOr(
      list(
        text().refine(
          (word) => /^[^,，、]+$/.test(word),
          advice('关键词连在了一起', '写成 keywords: [停车, 车位]，逗号用半角，后面空一格'),
        ),
        { label: '关键词', example: '[中小企业, 融资]' },
      ),
    ).transform((keywords) => keywords ?? []),
    /** The moment of publication on this site, Beijing time. */
    published: text({ label: '本站公布时间', example: '2026-11-23 09:00' }).refine(
      isMoment,
      advice('“本站公布时间”（published）不是日期和时间', '写成 published: 2026-11-23 09:00'),
    ),
    corrections: correctionsSchema,
    source: source.prefault({}),
    /** Not published until somebody has answered the questions and taken this away. */
    draft: choice([true], { label: '草稿', example: 'true，或删去这一行' }).optional(),
    questions: questions.optional(),
  },
  FACTS,
);

export type Facts = z.infer<typeof factsSchema>;

/** A draft's facts: what the letter answers may not be known yet. */
export const draftSchema = group(
  { ...factsSchema.shape, proposal: group(proposal.partial().shape, PROPOSAL).optional() },
  FACTS,
);
export type DraftFacts = z.infer<typeof draftSchema>;
