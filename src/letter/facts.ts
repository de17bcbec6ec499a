import { z } from 'astro/zod';
import { edtfDate, isMoment, isRealDate, printedDate } from './dates.ts';
import { COPIES_LABEL } from './copies.ts';
import { correctionsSchema } from './corrections.ts';
import { say } from './problems.ts';

type Issue = { input?: unknown };
const name = (label: string, key: string) => `“${label}”（${key}）`;
/** The error of a field: what a missing or misshapen value is called, and how to write it. */
const expects = (label: string, key: string, example: string) => (issue: Issue) =>
  say(
    issue.input === undefined ? `缺少${name(label, key)}` : `${name(label, key)}的写法不对`,
    `写成 ${key}: ${example}`,
  );

const words = (label: string, key: string, example: string) =>
  z
    .string({ error: expects(label, key, example) })
    .regex(/\S/, { error: say(`${name(label, key)}是空的`, `写成 ${key}: ${example}`) });
const count = (label: string, key: string, example: string) =>
  z.int({ error: expects(label, key, example) }).min(0, { error: expects(label, key, example) });
const list = <T extends z.ZodType>(item: T, label: string, key: string, example: string) =>
  z
    .array(item, { error: expects(label, key, example) })
    .min(1, { error: say(`${name(label, key)}一项也没有`, `写成 ${key}: ${example}`) });
const yesNo = (label: string, key: string) =>
  z.boolean({ error: expects(label, key, 'true 或 false') });
const group = <T extends z.ZodRawShape>(shape: T, label: string, key: string) =>
  z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys')
        return say(
          `“${label}”里没有名为 ${issue.keys.join('、')} 的项`,
          `删去，或改成其中之一：${Object.keys(shape).join('、')}`,
        );
      return expects(
        label,
        key,
        `（下面几行缩进两格，写 ${Object.keys(shape).join('、')}）`,
      )(issue);
    },
  });

const proposal = group(
  {
    body: z.enum(['人大', '政协'], { error: expects('人大或政协', 'body', '人大') }),
    congress: count('届', 'congress', '17').min(1).max(99),
    session: count('次会议', 'session', '3').min(1).max(99),
    number: count('编号', 'number', '273').min(1),
    title: words('建议标题', 'title', '关于……的建议'),
    lead: words('领衔代表', 'lead', '应成钊'),
  },
  '所答建议',
  'proposal',
);

const date = group(
  {
    printed: words('落款日期', 'printed', '2018年6月25日'),
    edtf: words('日期的机器写法', 'edtf', "'2018-06-25'，存疑的写 '2018-06-25?'"),
    note: words('日期的注', 'note', 'date').optional(),
  },
  '日期',
  'date',
).superRefine((value, context) => {
  const fail = (what: string, remedy: string, path: string) =>
    context.addIssue({ code: 'custom', path: [path], message: say(what, remedy) });
  const printed = printedDate(value.printed);
  const edtf = edtfDate(value.edtf);
  if (!printed) return fail(`“${value.printed}”不是日期`, '照原文写，如 2018年6月25日', 'printed');
  if (!edtf)
    return fail(`“${value.edtf}”不是 EDTF 日期`, '写成 2018-06-25，存疑的写 2018-06-25?', 'edtf');
  if (edtf.doubtful && !value.note)
    fail('日期标为存疑，却没有注', '加一行 note: date，并在正文末尾写 [^date]: 存疑的理由', 'edtf');
  if (!isRealDate(printed) && edtf.parts.length > 2)
    fail(
      `日历上没有“${value.printed}”`,
      '对照原件改正；原文如此的，edtf 只写到月并加 ?',
      'printed',
    );
  else if (edtf.parts.some((part, index) => part !== printed[index]))
    fail(
      `机器写法“${value.edtf}”与落款“${value.printed}”不一致`,
      '两处照原文写同一天；疑有误的，只在注里说明',
      'edtf',
    );
  else if (edtf.parts.length < 3 && !edtf.doubtful)
    fail(`机器写法“${value.edtf}”不完整`, '写到日，如 2018-06-25', 'edtf');
});

const copies = group(
  {
    printed: words('抄送', 'printed', '抄送：……。').regex(COPIES_LABEL, {
      error: say('抄送行不以“抄送：”开头', '照原文整行抄录'),
    }),
    persons: z.array(words('抄送的个人', 'persons', '[张三, 李四]'), {
      error: expects('抄送的个人', 'persons', '[张三, 李四]，没有就写 []'),
    }),
  },
  '抄送',
  'copies',
).superRefine((value, context) => {
  const named = new Set(value.printed.split(/[，、；。：\s]/));
  for (const person of value.persons)
    if (!named.has(person))
      context.addIssue({
        code: 'custom',
        path: ['persons'],
        message: say(`抄送行里没有“${person}”`, '照原文改正姓名，或从 persons 里删去'),
      });
});

const contact = group(
  {
    lines: list(
      words('联系方式', 'lines', '- 联系人：某某').regex(/[：:]/, {
        error: say('联系方式缺少冒号', '照原文整行抄录，如 联系电话：63813127'),
      }),
      '联系方式',
      'lines',
      '（下面每行一条，以 - 开头）',
    ),
    note: words('联系方式的注', 'note', 'contact').optional(),
  },
  '联系方式',
  'contact',
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
    salutation: words('称呼', 'salutation', '应成钊等代表们：'),
    parts: partsSchema,
    signatories: list(words('署名', 'signatories', '- 某某局'), '署名', 'signatories', '[某某局]'),
    date,
    copies: copies.optional(),
    contact: contact.optional(),
    summary: words('一句话摘要', 'summary', '某局答复某代表……').regex(/^(?!.*\d{7})[^\n]+$/, {
      error: say('一句话摘要分了行，或含有电话号码', '写成一行，不写联系方式'),
    }),
    keywords: list(
      words('关键词', 'keywords', '[融资]').regex(/^[^,，、]+$/, {
        error: say('关键词连在了一起', '写成 keywords: [停车, 车位]，逗号用半角，后面空一格'),
      }),
      '关键词',
      'keywords',
      '[中小企业, 融资]',
    ),
    /** The moment of publication on this site, Beijing time. */
    published: words('本站公布时间', 'published', '2026-11-23 09:00').refine(isMoment, {
      error: say('“本站公布时间”（published）不是日期和时间', '写成 published: 2026-11-23 09:00'),
    }),
    corrections: correctionsSchema,
    source: source.prefault({}),
  },
  '事实部分',
  '---',
);

export type Facts = z.infer<typeof factsSchema>;
