import { z } from 'astro/zod';
import { correctionsSchema } from './corrections.ts';
import { isMoment } from '../../language/dates.ts';
import {
  advice,
  anyList,
  anyText,
  choice,
  count,
  group,
  list,
  statedOr,
  text,
  type FieldWords,
} from './fields.ts';
import { day, reviewSchema, withheldSchema } from './review.ts';
import { PART_FIELDS, PART_ORDER, partLabel } from '../parts.ts';

const PROPOSAL: FieldWords = {
  label: '所答建议',
  guide:
    '所答建议：`body`（人大或政协）、`congress`（届）、`session`（次）、`number`（编号）、`title`（建议标题）、`lead`（领衔代表，或提出的单位）。原文没有写届次或编号的，加一行 `supplied: [session, number]`。建议全文公布在别的网站的，加 `url`（网址）和 `seen`（看到的日期，如 `2026-12-01`）',
};
const proposal = group(
  {
    body: choice(['人大', '政协'], { label: '人大或政协', example: '人大' }),
    congress: count({ label: '届', example: '17' }, 1, 99),
    session: count({ label: '次会议', example: '3' }, 1, 99),
    number: count({ label: '编号', example: '273' }, 1),
    title: statedOr(text({ label: '建议标题', example: '关于……的建议' })),
    lead: statedOr(text({ label: '领衔代表', example: '应成钊' })),
    /** The address of its text, if it is published elsewhere, and the day on which a person saw it there. */
    url: text({ label: '建议全文的网址', example: 'https://……' })
      .refine(
        (url) => URL.canParse(url) && /^https?:\/\/[\x21-\x7E]+$/.test(url),
        advice(
          '“建议全文的网址”（url）不是网址',
          '照浏览器里的抄全，如 url: https://www.example.gov.cn/273.html',
        ),
      )
      .optional(),
    seen: day('看到的日期').optional(),
    /** The facts that the letter does not state and the clerk knows from elsewhere. */
    supplied: anyList(z.enum(['session', 'number']), {
      label: '原文没有的届次或编号',
      example: '[session, number]',
    }).optional(),
  },
  PROPOSAL,
);
/** The address of the proposal's text has the day on which it was seen. */
const dated = proposal.refine(
  ({ url, seen }) => (url === undefined) === (seen === undefined),
  advice(
    'proposal 里的 url 和 seen 要一起写',
    '写上 url 和 seen 两项，如 seen: 2026-12-01；或两项都删去',
  ),
);

const SOURCE: FieldWords = {
  label: '来源',
  guide:
    '`omitted` 列出收到的文件里不属于答复的行（如页码）和理由，整行照抄；只有混在行中的页码和标题前的“标题：”可以单写。`unread` 列出收到的文件里另有、没有收入的字：`in` 在哪里（如批注、页眉、域、图表、修订），`words` 是哪些字，`why` 为什么不收；前两项由程序写出，网站上不显示。`note` 指明一条注。Word 文件只公布文字；要公布文件本身的，写 `publish: original`',
};

/** Words of the received file that a person decided to leave unread, with the reason; printed nowhere. */
const unread = (why: z.ZodString) =>
  anyList(
    group(
      {
        in: text({ label: '在哪里', example: '批注' }),
        words: anyText({ label: '没有收入的字', example: '待核' }),
        why,
      },
      { label: '收到的文件里另有的一处' },
    ),
    { label: '收到的文件里另有的字', example: '[]' },
  ).default([]);

const source = group(
  {
    unread: unread(text({ label: '为什么不收', example: '是办文时的批注，不属于答复' })),
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
    /** Offers a Word file itself for download, not its text alone. */
    publish: choice(['original'], { label: '公布的文件', example: 'original' }).optional(),
  },
  SOURCE,
);

/** Questions that a person must answer before a draft is published. */
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

const ORDER_EXAMPLE = '[title, to, body, contact, sign, date]';
const PART_NAMES = PART_ORDER.map((part) => `\`${part}\`（${partLabel(part)}）`);
const FACTS: FieldWords = { label: '事实部分' };

const { title, ...printed } = PART_FIELDS;

/** The front matter of a letter: every fact about it. Its printed parts come from the registry. */
export const factsSchema = group(
  {
    title,
    proposal: dated,
    ...printed,
    /** The order of the letter's parts, if it is not the usual order. */
    order: anyList(z.enum(PART_ORDER), {
      label: '各部分的次序',
      example: ORDER_EXAMPLE,
      guide: `各部分的先后与通常不同时，全部列出，如 \`${ORDER_EXAMPLE}\`。各部分是 ${PART_NAMES.join('、')}`,
    }).optional(),
    summary: text({
      label: '一句话摘要',
      example: '某局答复某代表……',
      guide: '一句话摘要，显示在搜索结果和分享里。不写联系人和电话',
    }).refine(
      (words) => /^(?!.*\d{7}(?!\d*号))[^\n]+$/.test(words),
      advice('一句话摘要分了行，或含有电话号码', '写成一行，不写联系方式'),
    ),
    keywords: statedOr(
      list(
        text().refine(
          (word) => /^[^,，、]+$/.test(word),
          advice('关键词连在了一起', '写成 keywords: [停车, 车位]，逗号用半角，后面空一格'),
        ),
        { label: '关键词', example: '[中小企业, 融资]', guide: '关键词，没有就写 `无`' },
      ),
    ).transform((keywords) => keywords ?? []),
    /** The moment of publication on this site, Beijing time. */
    published: text({
      label: '本站公布时间',
      example: '2026-11-23 09:00',
      guide: '本站公布的日期和时间，如 `2026-11-23 09:00`',
    }).refine(
      isMoment,
      advice('“本站公布时间”（published）不是日期和时间', '写成 published: 2026-11-23 09:00'),
    ),
    corrections: correctionsSchema,
    /** A mark of openness as printed in the received file, such as 主动公开. */
    openness: text({
      label: '公开属性',
      example: '主动公开',
      guide: '收到的文件写明的公开属性，照原文，如 `主动公开`；没有写的，不要补',
    }).optional(),
    review: reviewSchema.optional(),
    withheld: withheldSchema,
    source: source.prefault({}),
    /** Not published until a person has answered the questions and deleted both fields. */
    draft: choice([true], {
      label: '草稿',
      example: 'true，或删去这一行',
      guide: '`true` 是草稿，不公布；`questions` 列出要回答的问题。公布时两项都删去',
    }).optional(),
    questions: questions.optional(),
  },
  FACTS,
);

export type Facts = z.infer<typeof factsSchema>;

/** A draft's facts: what the letter answers may not be known yet. */
export const draftSchema = group(
  {
    ...factsSchema.shape,
    proposal: group(proposal.partial().shape, PROPOSAL).optional(),
    source: group({ ...source.shape, unread: unread(anyText()) }, SOURCE).prefault({}),
  },
  FACTS,
);
export type DraftFacts = z.infer<typeof draftSchema>;
