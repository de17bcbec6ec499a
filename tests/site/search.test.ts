import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { loadLetters } from '../../src/content/letters.ts';
import { letterText } from '../../src/letter/text.ts';
import { axe } from '../support/axe.ts';
import { useFixture } from '../support/fixtures.ts';
import { overflow, smallTargets } from '../support/layout.ts';
import { useSite } from '../support/open.ts';
import { letters as published } from '../support/letters.ts';

/** Below a path, as on a shared host. */
const BASE = '/replies/';
const county = useFixture('county');
const { folder, read } = county;
const open = useSite(county, BASE);
const search = (query: string, options = {}) =>
  open(`search/?q=${encodeURIComponent(query)}`, { bypassCSP: false, ...options });
/** The status line of the search after it has answered. */
async function answer(page: Page): Promise<string> {
  const said = page.locator('[role=status]');
  await said.filter({ hasText: /。$/ }).waitFor();
  return said.innerText();
}
const found = (page: Page) =>
  page
    .locator('.list-found a')
    .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).pathname));

for (const [what, query, key] of [
  ['a number', '273', 'rd17-3/273'],
  ['a number as printed, in full width', '第２７３号', 'rd17-3/273'],
  ['a number that many letters name', '6', 'rd17-3/6'],
  ['a deputy', '应成钊', 'rd17-3/273'],
  ['a bureau', '慈溪市经济和信息化局', 'rd17-3/273'],
  ['words of the text', '转贷资金规模', 'rd17-3/273'],
  ['words in 《》', '《关于加大对我市中小型企业扶持及服务力度的建议》', 'rd17-3/273'],
  ['a number that only one session has', '2026081', 'zx10-2/2026081'],
  ['a number with noughts before it', '002026081号', 'zx10-2/2026081'],
  ['a figure of the text that is no letter’s number', '2931', 'rd17-3/273'],
] as const)
  test(`the search finds a letter by ${what}`, async () => {
    const page = await search(query);
    assert.match(await answer(page), /^找到\d+份答复/);
    assert.equal((await found(page))[0], `${BASE}${key}/`);
    await page.close();
  });

test('the number of a second reply finds what the number of the proposal finds', async () => {
  const pages = await Promise.all(['6', '6-2'].map((number) => search(number)));
  for (const page of pages) await answer(page);
  const [alone, second] = await Promise.all(pages.map(found));
  assert.deepEqual(second, alone);
  for (const page of pages) await page.close();
});

test('the search finds every clause of letter 273, but never its contact', async () => {
  const page = await search('应成钊');
  await answer(page);
  const letter = published.find(({ key }) => key === 'rd17-3/273')!;
  const clauses = letterText(letter).flatMap(({ id, text }) =>
    id === 'contact' ? [] : (text.match(/[\u4E00-\u9FFF]{2,}/g) ?? []),
  );
  const contact = ['张玲玲', '63813127'];
  const missed = await page.evaluate(
    async (queries) => {
      const worker = new Worker('/replies/pagefind/worker.js', { type: 'module' });
      const missed: string[] = [];
      for (const query of queries) {
        let stands = false;
        for (let from = 0, total = 1; from < total && !stands; from += 20) {
          worker.postMessage({ query, from });
          const { data } = await new Promise<MessageEvent>((tell) => (worker.onmessage = tell));
          const found: { url: string }[] = data.isWhole ? data.letters : [];
          stands = found.some(({ url }) => url.includes('/rd17-3/273/'));
          total = data.isWhole ? data.total : 0;
        }
        if (!stands) missed.push(query);
      }
      return missed;
    },
    [...clauses, ...contact],
  );
  await page.close();
  assert.ok(clauses.length > 100);
  assert.deepEqual(missed, contact);
});

/** The worker's answer to each query: the letters that contain all of it, and those that contain a part. */
async function answers(queries: string[]) {
  const page = await search('应成钊');
  await answer(page);
  const found = await page.evaluate(async (all) => {
    const worker = new Worker('/replies/pagefind/worker.js', { type: 'module' });
    const said: { isWhole: boolean; held: string[]; total: number; letters: { url: string }[] }[] =
      [];
    for (const query of all) {
      worker.postMessage({ query, from: 0 });
      const { data } = await new Promise<MessageEvent>((tell) => (worker.onmessage = tell));
      said.push(data);
    }
    return said;
  }, queries);
  await page.close();
  return found.map(({ isWhole, held, total, letters }) => ({
    whole: isWhole ? total : 0,
    parts: isWhole ? [] : held,
    first: letters[0]?.url,
  }));
}

/** The text that the search covers, of every letter of the site. */
async function searchedTexts(): Promise<string[]> {
  const { letters } = await loadLetters(folder);
  return letters.map((letter) =>
    [
      ...letterText(letter).flatMap(({ id, text }) => (id === 'contact' ? [] : text)),
      letter.proposal.title ?? '',
      letter.proposal.lead ?? '',
      ...letter.signatories,
    ]
      .join('\n')
      .replaceAll(/[ \u3000]/g, ''),
  );
}

/** Words that readers may look for; most are in no letter. */
const OTHER_WORDS =
  '电影院 电影 电视台 幼儿园 养老院 养老金 医保 高速公路 公交车 游泳池 图书馆 博物馆 古桥博物馆 云计算 大数据 人工智能 数字孪生 建筑垃圾 垃圾焚烧 地铁 拆迁 学区房 研究院 发改委 中国银行 中国移动 农业银行 贷款利率 民政局 公安局 教育局 财政厅 住建局 双创 八一路 桥梁 停电 停水 王小明 张三 李杰 白居易 欧阳修 司马光 秦始皇 李杰 18.65亿'.split(
    ' ',
  );
/** Figures that no letter has; most are the start of one that a letter has. */
const NO_FIGURES =
  '99.9% 3.14 2044 2044.0 10086 1234567 12345678 13800138000 2025年 2024年10月 2044.07 81234567'.split(
    ' ',
  );

test('the count of letters found is true for hundreds of words of the letters, and for words of none', async () => {
  const texts = await searchedTexts();
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words = texts
    .flatMap((text) => [...segmenter.segment(text)])
    .flatMap(({ segment }, at, all) => [segment, segment + (all[at + 1]?.segment ?? '')])
    .filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
  const sample = [...new Set(words)].slice(0, 700);
  const queries = [...sample, ...OTHER_WORDS, ...NO_FIGURES];
  const found = await answers(queries);
  const wrong = queries.filter(
    (query, at) =>
      found[at]!.whole !==
      (NO_FIGURES.includes(query) ? 0 : texts.filter((text) => text.includes(query)).length),
  );
  assert.deepEqual(wrong, []);
});

test('what only holds a part of the query is told apart, and says which part; figures have no parts', async () => {
  const page = await search('转贷资金上限');
  assert.match(
    await answer(page),
    /^没有一份含有完整的“转贷资金上限”。下面1份含有其中的“转贷资金”/,
  );
  assert.equal(await page.locator('.list-found mark').first().innerText(), '转贷资金');
  await page.close();
  const [decimal, long] = await answers(['2044.07', '13800138000']);
  assert.deepEqual([decimal!.parts, long!.parts], [[], []]);
});

test('a result leads to the paragraph, shows the words there, and is named by number, title and session', async () => {
  const page = await search('转贷资金规模');
  await answer(page);
  const entry = page.locator('.list-found li').first();
  assert.match((await entry.locator('a').getAttribute('href'))!, /\/rd17-3\/273\/#p4$/);
  assert.equal(await entry.locator('mark').first().innerText(), '转贷资金规模');
  assert.equal(
    (await entry.locator('a').innerText()).replaceAll(/\s/g, ''),
    '273关于加大对我市中小型企业扶持及服务力度的建议',
  );
  assert.match(await entry.locator('.list-by').innerText(), /十七届人大三次会议.*应成钊/);
  await page.close();
  const invented = await search('居民反映');
  await answer(invented);
  for (const name of await invented.locator('.list-found a').allInnerTexts())
    assert.match(name, /\d+\s*\p{Script=Han}{6,}/u);
  await invented.close();
});

test('a number finds its letters however it is written, the first reply before the second', async () => {
  const queries =
    '273,№273,No.273,#273,第２７３号,0273,建议273,https://gov.example/replies/rd17-3/273/#p4';
  for (const { first } of await answers(queries.split(',')))
    assert.match(first ?? '', /rd17-3\/273\/(#|$)/);
  const page = await search('512');
  await answer(page);
  assert.deepEqual(await found(page), [`${BASE}zx10-2/512/`, `${BASE}zx10-2/512-2/`]);
  await page.close();
});

test('the search works by keyboard, from the home page on, under its policy; Back leads back', async () => {
  const page = await open('', { bypassCSP: false });
  const violations: string[] = [];
  page.on('console', (message) => violations.push(message.text()));
  while (!(await page.evaluate(() => document.activeElement?.matches('input'))))
    await page.keyboard.press('Tab');
  await page.keyboard.type('居民反映');
  await page.keyboard.press('Enter');
  assert.match(await answer(page), /^找到35份答复。/);
  assert.match(await page.title(), /^“居民反映”的查找结果/);
  assert.equal(
    await page.getByRole('searchbox', { name: '编号、姓名、单位或词语' }).inputValue(),
    '居民反映',
  );
  assert.equal((await found(page)).length, 20);
  await page.getByRole('button', { name: '再列20份' }).press('Enter');
  await page.locator('.list-found li:nth-child(21)').waitFor();
  const focused = await page.evaluate(() =>
    document.activeElement?.closest('li')?.matches(':nth-child(21)'),
  );
  assert.ok(focused, 'the keyboard goes on at the first letter that the button brought');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(rd17-3|zx10-2)\/\d+\/#p\d+$/);
  await page.goBack();
  assert.match(await answer(page), /^找到/);
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, BASE);
  assert.deepEqual(violations, []);
  await page.close();
});

test('no query, no result, no worker and no scripts: each is told, and the lists are there', async () => {
  const empty = await open('search/');
  assert.equal(await empty.locator('[role=status]').innerText(), '');
  const none = await search('没有这种话');
  assert.match(await answer(none), /^没有找到“没有这种话”。可以换一个词/);
  const unused = await search('2024081');
  assert.match(await answer(unused), /^没有找到“2024081”/);
  const broken = await open('search/?q=停车', { bypassCSP: false }, (page) =>
    page.route('**/*.pagefind', (route) => route.abort()),
  );
  assert.match(await answer(broken), /没能查找。可以刷新重试/);
  const quiet = await search('停车', { javaScriptEnabled: false });
  assert.ok(await quiet.getByText('浏览器没有启用脚本').isVisible());
  assert.ok(await quiet.locator('form').isHidden());
  for (const page of [empty, none, unused, broken, quiet]) {
    assert.equal(await page.locator('main a[href="/replies/rd17-3/"]').count(), 1);
    await page.close();
  }
});

test('what a query or a letter says is never read as HTML', async () => {
  const page = await search('<img src=y onerror=alert()>');
  await answer(page);
  assert.equal(await page.locator('main img').count(), 0);
  await page.close();
});

test('policy: the search page runs its own script and worker, the lists none; nothing unsafe', () => {
  const policy = (path: string) =>
    /Content-Security-Policy" content="([^"]*)"/.exec(read(path))?.[1];
  assert.match(
    policy('search/')!,
    /script-src(?: 'sha256-[^' ]+'){2}; worker-src 'self'; .*form-action 'self'/,
  );
  for (const path of ['', 'rd17-3/', 'search/']) assert.doesNotMatch(policy(path)!, /unsafe|\*/);
  // The script of 大字 is on every page.
  assert.doesNotMatch(policy('')! + policy('rd17-3/')!, /script-src(?: '[^']+'){2}|worker-src/);
  assert.match(policy('rd17-3/5/')!, /form-action 'none'/);
});

test('the results are accessible, and nothing runs out', async () => {
  for (const [width, colorScheme] of [
    [320, 'dark'],
    [1280, 'light'],
  ] as const) {
    const page = await search('居民反映', {
      bypassCSP: true,
      viewport: { width, height: 800 },
      colorScheme,
    });
    await answer(page);
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(await smallTargets(page), []);
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    assert.deepEqual(await overflow(page), []);
    await page.close();
  }
});
