import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assemblyName, numberName, proposalKind, proposerKind } from '../src/letter/labels.ts';
import { formatKey } from '../src/letter/key.ts';
import type { Letter } from '../src/letter/letter.ts';

type Proposal = Letter['proposal'];

const words = (list: string) => list.split(' ');
const SURNAMES = words('赵 钱 孙 李 周 吴 郑 王 冯 陈 卫 蒋 沈 韩 杨');
const NAMES = words('志强 秀兰 国平 晓燕 建华 丽萍 海波 雪芬 永康 佳宁 文斌 素英 立峰');
const FIELDS = words('教育 交通 水利 民政 文旅 农业 环保 卫健 体育 商务 住建');
const BUREAUS = FIELDS.map((field) => `慈溪市${field}样例局`);
const AIMS = words('增加 改善 统筹 规范 加快推进 科学布局 提档升级');
const SIGNS = [
  ...'河桥塘坡石堤浦埠渡溪竹花云青白沙长柳新古东西南北金玉龙凤山水林泉湖海江洲岛湾港门楼台亭院庄村集坊街巷弄园田畈',
];
const THINGS = words(
  '停车泊位 口袋公园 校车接送 农贸市场 河道清淤 社区食堂 路灯照明 公交线路 垃圾分类 老旧小区 图书借阅',
);
const DEEDS = words(
  '排出清单 逐户走访 现场查看 分段施工 按月通报 公开征求意见 落实专人 补足经费 加装护栏 更换设备 延长开放时间 简化手续 组织培训 定期回访 建立台账 明确时限',
);
const EFFECTS = words('出行更加方便 等候时间明显缩短 投诉逐月减少 隐患得到消除 使用率稳步提高');

/** Picks from lists of different lengths, each at its own pace, so that letters differ. */
const pick = (list: string[], n: number): string => list[n % list.length] ?? '';

/** A place name of three characters; there are some 175,000 of them. */
const place = (n: number): string =>
  pick(SIGNS, n * 17) + pick(SIGNS, n * 5 + 3) + pick(SIGNS, Math.floor(n / 11));

/** A paragraph of some 400 characters. */
const paragraph = (n: number, thing: string): string =>
  [0, 1, 2, 3, 4]
    .map(
      (part) =>
        `${place(n + part)}一带的${thing}共有${((n * 7 + part * 13) % 900) + 1}处，我们${pick(DEEDS, n + part * 3)}、${pick(DEEDS, n * 5 + part)}，并会同${place(n * 2 + part)}等地的有关单位${pick(DEEDS, n * 3 + part)}，全年投入${n % 500}.${part}万元，居民反映${pick(EFFECTS, n + part)}。`,
    )
    .join('');

/** The reply to a proposal, as Markdown and as the file it would have been made from. */
function reply(n: number, proposal: Proposal): { markdown: string; received: string } {
  const [thing, bureau] = [pick(THINGS, n), pick(BUREAUS, n)];
  const { body, congress, session, number, title, lead } = proposal;
  const heading = `对市${assemblyName(proposal)}${numberName(proposal)}${proposalKind(proposal)}的答复`;
  const salutation = `${lead}${proposerKind(proposal)}：`;
  const opening = `您提出的《${title}》收悉，经研究，现答复如下：`;
  const measures = ['一', '二', '三', '四'].map((ordinal, index) => [
    `${ordinal}、${pick(DEEDS, n + index)}，改善${thing}。`,
    paragraph(n * 4 + index, thing),
  ]);
  const next = `下一步，${paragraph(n * 11, thing)}`;
  const closing = `感谢您对${thing}的关心！`;
  const [month, day] = [(n % 12) + 1, (n % 28) + 1];
  const two = (part: number) => String(part).padStart(2, '0');
  const published = new Date(Date.UTC(2020, 0, 1, 9) + n * 3_600_000).toISOString();
  const markdown = `---
title: ${heading}
proposal: {body: ${body}, congress: ${congress}, session: ${session}, number: ${number}, title: ${title}, lead: ${lead}}
salutation: ${salutation}
parts: {measures: 4, nextSteps: true, closing: true}
signatories: [${bureau}]
date: {printed: 2019年${month}月${day}日, edtf: 2019-${two(month)}-${two(day)}}
summary: ${bureau}答复${lead}${proposerKind(proposal)}提出的《${title}》。
keywords: [${thing}]
published: ${published.slice(0, 16).replace('T', ' ')}
---

${opening}

${measures.map(([title, text]) => `## ${title}\n\n${text}`).join('\n\n')}

## [下一步]

${next}[^data]

***

${closing}

[^data]: 文中的数照录，未作核对。
`;
  const received = [heading, salutation, opening, ...measures.flat(), next, closing, bureau];
  return { markdown, received: `${received.join('\n')}\n2019年${month}月${day}日\n` };
}

/**
 * Adds generated replies, as long as letter 273, to the project at `root`: a reply for each number of each
 * session. For measurements and tests, never for publication.
 */
export function writeLetters(
  root: string,
  sessions: (Pick<Proposal, 'body' | 'congress' | 'session'> & { numbers: number[] })[],
): void {
  const bureaus = BUREAUS.map((name, index) => `  - id: b${index}\n    name: ${name}\n`);
  appendFileSync(join(root, 'content/site.yaml'), bureaus.join(''));
  let n = 0;
  for (const { numbers, ...session } of sessions)
    for (const number of numbers) {
      n++;
      const lead = pick(SURNAMES, n) + pick(NAMES, n);
      const title = `关于${pick(AIMS, n)}${place(n)}至${place(n * 3)}一带${pick(THINGS, n)}的${proposalKind(session)}`;
      const proposal = { ...session, number, title, lead };
      const file = join(root, 'content', formatKey(proposal));
      mkdirSync(dirname(file), { recursive: true });
      const { markdown, received } = reply(n, proposal);
      writeFileSync(`${file}.md`, markdown);
      writeFileSync(`${file}.txt`, received);
    }
}

/** Sessions of 400 numbers each, in both assemblies, which contain `count` letters. */
export const sessionsOf = (count: number) =>
  Array.from({ length: Math.ceil(count / 400) }, (_, index) => ({
    body: index % 2 === 0 ? ('人大' as const) : ('政协' as const),
    congress: 18 + Math.floor(index / 10),
    session: (Math.floor(index / 2) % 5) + 1,
    numbers: Array.from({ length: Math.min(400, count - index * 400) }, (_, n) => n + 1),
  }));

/** The key of a letter in the middle of the first of these sessions. */
export function middleKey(sessions: ReturnType<typeof sessionsOf>): string {
  const [{ numbers, ...session }] = sessions as [(typeof sessions)[number]];
  return formatKey({ ...session, number: numbers[Math.floor(numbers.length / 2)]! });
}
