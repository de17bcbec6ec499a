import { z } from 'astro/zod';
import { isRealDate } from '../language/dates.ts';
import { fields, someWords } from '../letter/schema/fields.ts';
import { say } from '../diagnostics.ts';

/** A page's address below the home page. */
const address = (key: string, example: string) =>
  someWords(key, example).regex(/^(?:[a-z0-9-]+\/)+$/, {
    error: say(`${key} 不是本站的网址`, `写网站首页之后的部分，如 ${key}: ${example}`),
  });

/** `content/site.yaml`: the site's own name and the places and bureaus that its letters name. */
export const siteSchema = fields({
  name: someWords('name'),
  description: someWords('description'),
  /** ColumnName of the government page tags (国办发〔2017〕47号). */
  column: someWords('column'),
  place: fields({
    /** How it ends, 市, 县 or 区, is how the sessions of its congress are named. */
    city: someWords('city').regex(/[省市州盟县区旗]$/, {
      error: say('city 不是全称', '写出末尾的市、县或区，写成 city: 慈溪市'),
    }),
    prefecture: someWords('prefecture'),
    province: someWords('province'),
    areaCode: z
      .string({ error: say('areaCode 不是文字', "加引号，写成 areaCode: '0574'") })
      .regex(/^0\d{2,3}$/, { error: say('areaCode 不是区号', "写成 areaCode: '0574'") }),
  }),
  /** How readers reach those who keep the site; without it, the about page says that there is no way yet. */
  contact: someWords('contact', '电话 0574-63810000').optional(),
  /** Addresses that had to change, and where readers of the old one are led. */
  moved: z
    .array(fields({ from: address('from', 'rd17-3/272/'), to: address('to', 'rd17-3/273/') }), {
      error: say('moved 的写法不对', '每行写 - {from: 旧网址, to: 新网址}'),
    })
    .default([]),
  bureaus: z
    .array(
      fields({
        // A name may be the id that its bureau had before it was registered.
        id: someWords('id').regex(/^(?!main$)[a-z\p{Script=Han}][a-z0-9\p{Script=Han}-]*$/u, {
          error: say('单位的 id 不合用', '只用小写字母、汉字、数字和连字符，不用 main'),
        }),
        name: someWords('name'),
      }),
      { error: say('缺少 bureaus，或写法不对', '每个单位写 id 和 name') },
    )
    .refine(
      (bureaus) =>
        (['id', 'name'] as const).every(
          (key) => new Set(bureaus.map((bureau) => bureau[key])).size === bureaus.length,
        ),
      { error: say('有两个单位的 id 或 name 相同', '每个单位只登记一次') },
    ),
});

/** Front matter of a page under `content/pages/`. */
export const pageSchema = fields({
  title: someWords('title'),
  description: someWords('description'),
  updated: someWords('updated').refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDate(text.split('-').map(Number)),
    { error: say('updated 不是日期', '写成 updated: 2026-11-23') },
  ),
});

export type SiteWords = z.infer<typeof siteSchema>;
export type PageWords = z.infer<typeof pageSchema>;
/** The site at its address: `url` is the home page, with a closing slash. */
export type Site = SiteWords & { url: URL };
