import type { z } from 'astro/zod';
import { isDay } from '../language/dates.ts';
import { advice, anyList, anyText, choice, group, text } from '../letter/schema/fields.ts';

/** The path of a page below the home page. */
const address = (key: string, example: string) =>
  text({ example }).refine(
    (path) => /^(?:[a-z0-9-]+\/)+$/.test(path),
    advice(`${key} 不是本站的网址`, `写网站首页之后的部分，如 ${key}: ${example}`),
  );

/** `content/site.yaml`: the site's own words, and the place and the bureaus that its letters name. */
export const siteSchema = group({
  name: text(),
  description: text(),
  /** ColumnName of the government page tags (国办发〔2017〕47号). */
  column: text(),
  place: group({
    /** Its last character, 市, 县 or 区, is part of the names of the congress's sessions. */
    city: text().refine(
      (name) => /[省市州盟县区旗]$/.test(name),
      advice('city 不是全称', '写出末尾的市、县或区，写成 city: 慈溪市'),
    ),
    /** The areas that contain the place, if there are any. */
    prefecture: text().optional(),
    province: text().optional(),
    areaCode: anyText({
      wrong: 'areaCode 不是文字',
      help: "加引号，写成 areaCode: '0574'",
    }).refine(
      (code) => /^0\d{2,3}$/.test(code),
      advice('areaCode 不是区号', "写成 areaCode: '0574'"),
    ),
  }),
  /**
   * The publisher, who is responsible for the site. A publisher of kind 其他 is not a public body, and the
   * footer states that.
   */
  publisher: group(
    {
      name: text({ example: '慈溪市某某局' }),
      kind: choice(['机关', '其他'], { example: '机关 或 其他' }),
    },
    { label: '主办者' },
  ).optional(),
  /** The way for readers to reach the publisher. */
  contact: text({ example: '电话 0574-63810000' }).optional(),
  /** The filing number of 工业和信息化部. */
  icp: text({ example: '浙ICP备00000000号-1' })
    .refine(
      (number) => /^\p{Script=Han}ICP[备证]\d+号(?:-\d+)?$/u.test(number),
      advice('icp 不是 ICP 备案号', '照备案系统写全，如 icp: 浙ICP备00000000号-1'),
    )
    .optional(),
  /** The filing number of 公安部: fourteen digits. */
  police: text({ example: '浙公网安备00000000000000号' })
    .refine(
      (number) => /^\p{Script=Han}公网安备 ?\d{14}号$/u.test(number),
      advice('police 不是公安备案号', '照备案系统写全，如 police: 浙公网安备00000000000000号'),
    )
    .optional(),
  /** 政府网站标识码: ten digits, or bm and eight digits. */
  siteCode: anyText({
    wrong: 'siteCode 不是文字',
    help: "加引号，写成 siteCode: '0000000000'",
  })
    .refine(
      (code) => /^(?:\d{10}|bm\d{8})$/.test(code),
      advice('siteCode 不是政府网站标识码', "写十位数字，加引号，如 siteCode: '0000000000'"),
    )
    .optional(),
  /** The sites that may show the pages in a frame, by their origins. */
  portals: anyList(
    text({ example: 'https://www.example.gov.cn' }).refine(
      (origin) =>
        /^https:\/\/[a-z0-9.-]+(?::\d+)?$/.test(origin) && URL.parse(origin)?.origin === origin,
      advice(
        'portals 里有一项不是网站的地址',
        '每行写 https:// 和主机名，后面不写路径，如 - https://www.example.gov.cn',
      ),
    ),
    { wrong: 'portals 的写法不对', help: '每行写 - https://www.example.gov.cn' },
  ).default([]),
  /** The meaning of the printed classes of replies at this place. */
  categories: anyList(
    group({
      mark: choice(['A', 'B', 'C', 'D', '甲', '乙', '丙', '丁'], { example: 'A' }),
      means: text({ example: '所提问题已经解决或基本解决' }),
    }),
    {
      wrong: 'categories 的写法不对',
      help: '每类写一行 - {mark: A, means: 所提问题已经解决或基本解决}',
    },
  ).default([]),
  /** Redirects from addresses that had to change. */
  moved: anyList(
    group({ from: address('from', 'rd17-3/272/'), to: address('to', 'rd17-3/273/') }),
    { wrong: 'moved 的写法不对', help: '每行写 - {from: 旧网址, to: 新网址}' },
  ).default([]),
  bureaus: anyList(
    group({
      // Chinese characters: before a bureau is registered, its name is its id.
      id: text().refine(
        (id) => /^(?!main$)[a-z\p{Script=Han}][a-z0-9\p{Script=Han}-]*$/u.test(id),
        advice('单位的 id 不合用', '只用小写字母、汉字、数字和连字符，不用 main'),
      ),
      name: text(),
    }),
    { help: '每个单位写 id 和 name' },
  ).refine(
    (bureaus) =>
      (['id', 'name'] as const).every(
        (key) => new Set(bureaus.map((bureau) => bureau[key])).size === bureaus.length,
      ),
    advice('有两个单位的 id 或 name 相同', '每个单位只登记一次'),
  ),
});

/** Front matter of a page under `content/pages/`. */
export const pageSchema = group({
  title: text(),
  description: text(),
  updated: text().refine(isDay, advice('updated 不是日期', '写成 updated: 2026-11-23')),
});

export type SiteWords = z.infer<typeof siteSchema>;
/** The names of a place and of the areas that contain it, the largest first. */
export const areasOf = ({ province, prefecture, city }: SiteWords['place']): string[] =>
  [province, prefecture, city].flatMap((name) => name ?? []);

export type PageWords = z.infer<typeof pageSchema>;
/** The site at its address: `url` is the home page, with a closing slash. */
export type Site = SiteWords & { url: URL };
