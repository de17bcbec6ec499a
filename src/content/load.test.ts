import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOf, letter } from '../../tests/support/content.ts';
import { RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import type { ContentError } from '../diagnostics.ts';
import { formatLedgerFile } from '../permalinks/ledger.ts';
import { findFutureMoments } from './future.ts';
import { findReceivedConflict } from './merge-conflicts.ts';
import { loadContent } from './load.ts';

const SITE =
  "name: 站\ndescription: 说\ncolumn: 栏\nplace: {city: 甲市, prefecture: 乙市, province: 丙省, areaCode: '0574'}\nbureaus: []\n";

test('the problems of letters, pages and site are listed together', async (context) => {
  const root = contentOf(context, {
    'rd17-3/9.md': SAMPLE.replace('西门桥', '西门挢'),
    'rd17-3/9.txt': RECEIVED,
    'rd17-3/10.md': letter(10).replace('lead: 张三', 'lead: 张四'),
    'rd17-3/10.txt': letter(10, RECEIVED),
    'pages/about.md':
      '---\ntitle: 关于\ndescription: 说明\nupdated: 2026-13-01\n---\n\n<b>粗</b> [点](javascript:x)\n',
    'site.yaml': 'name: 站\n',
  });
  await assert.rejects(loadContent(root), {
    name: 'ContentError',
    message:
      /about\.md:4[\s\S]*about\.md:7[\s\S]*javascript[\s\S]*10\.md:9[\s\S]*9\.md:51[\s\S]*site\.yaml:1/,
  });
});

test('an address that has moved is written as the rest of its address', async (context) => {
  const root = contentOf(context, { 'site.yaml': `${SITE}moved:\n  - {from: /a, to: about/}\n` });
  await assert.rejects(loadContent(root), /site\.yaml:7 {2}from 不是本站的网址/);
});

const page = (body: string) =>
  `---\ntitle: 关于\ndescription: 说明\nupdated: 2026-01-01\n---\n\n${body}\n`;
const PAGES = Object.fromEntries(
  ['404', 'about', 'index', 'search'].map((id) => [`pages/${id}.md`, page('甲')]),
);

/** The row of the ledger for a letter with other words than those of the sample. */
const OTHER = formatLedgerFile([['rd17-3/7/', new Map([['title', '00112233']])]]);
for (const [what, rows, messages] of [
  ['where there is no page', ['8 > rd17-3/7/'], ['7 rd17-3/7/ 不是本站的网址']],
  ['from where there is one', ['9 > about/'], ['7 rd17-3/9/ 现在有别的内容']],
  ['twice', ['8 > rd17-3/9/', '8 > about/'], ['8 rd17-3/8/ 写了两次']],
  ['to itself', ['8 > rd17-3/8/'], ['7 rd17-3/8/ 转来转去，又回到 rd17-3/8/']],
  [
    'in a circle',
    ['8 > rd17-3/6/', '6 > rd17-3/8/'],
    ['7 rd17-3/8/ 转来转去，又回到 rd17-3/8/', '8 rd17-3/6/ 转来转去，又回到 rd17-3/6/'],
  ],
  [
    'to an address that has moved',
    ['8 > rd17-3/6/', '6 > rd17-3/9/'],
    ['7 rd17-3/8/ 转到的 rd17-3/6/ 也已改了网址'],
  ],
  ['to another letter', ['7 > rd17-3/9/'], ['7 rd17-3/7/ 公布的不是 rd17-3/9/ 这份答复']],
  ['from a letter to a list', ['7 > rd17-3/'], ['7 rd17-3/7/ 公布的不是 rd17-3/ 这份答复']],
  ['from the search', ['search/ > about/'], ['7 search/ 现在有别的内容']],
] as [string, string[], string[]][])
  test(`a problem of the content: a page that moves ${what}`, async (context) => {
    const moved = rows.map((row) => {
      const [from = '', to = ''] = row.split(' > ');
      return `  - {from: ${/^\d+$/.test(from) ? `rd17-3/${from}/` : from}, to: ${to}}\n`;
    });
    const root = contentOf(context, {
      ...PAGES,
      'rd17-3/9.md': SAMPLE,
      'rd17-3/9.txt': RECEIVED,
      'site.yaml': `${SITE}moved:\n${moved.join('')}`,
      'addresses/rd17-3.txt': OTHER,
    });
    const lines = messages.map((message) => message.replace(' ', '  moved 里的 '));
    await assert.rejects(loadContent(root), (error: ContentError) => {
      const told = error.diagnostics.map(({ line, message }) => `${line}  ${message}`);
      assert.deepEqual(told, lines);
      return true;
    });
  });

const CONFLICT = '<<<<<<< HEAD\n\n甲\n\n=======\n\n乙\n\n>>>>>>> main\n';
for (const [what, files, message] of [
  [
    'a conflict in a page',
    { 'pages/about.md': page(CONFLICT) },
    /about\.md:7 {2}有没有解决的合并冲突/,
  ],
  [
    'what is left of one',
    { 'pages/about.md': page('甲\n\n=======\n\n乙') },
    /about\.md:9 {2}有没有解决/,
  ],
  [
    'a conflict in an edition',
    { 'rd17-3/9.md': `${SAMPLE}${CONFLICT}` },
    /9\.md:\d+ {2}有没有解决/,
  ],
  [
    'a conflict in a received file',
    { 'rd17-3/9.txt': `${RECEIVED}${CONFLICT}` },
    /9\.txt:\d+ {2}有没有解决/,
  ],
  ['a conflict in site.yaml', { 'site.yaml': `${CONFLICT}${SITE}` }, /site\.yaml:1 {2}有没有解决/],
  [
    'a link with a user',
    { 'pages/about.md': page('[政府网](https://www.gov.cn@evil.example/x)') },
    /about\.md:7 {2}链接.*不安全/,
  ],
  [
    'a link that names another',
    { 'pages/about.md': page('[https://www.gov.cn/](https://evil.example/x)') },
    /about\.md:7 {2}链接的文字.*却指向/,
  ],
  [
    'a link by reference',
    { 'pages/about.md': page('[www.gov.cn][1]\n\n[1]: https://evil.example/x') },
    /about\.md:7 {2}有引用式链接/,
  ],
  ['a noncharacter', { 'rd17-3/9.md': SAMPLE.replace('summary: ', 'summary: \uFFFE') }, /U\+FFFE/],
  [
    'half of a character',
    { 'rd17-3/9.md': SAMPLE.replace(/summary: .*/, 'summary: "甲\\uD800"') },
    /U\+D800（写成了转义）/,
  ],
] as const)
  test(`a problem of the content: ${what}`, async (context) => {
    const root = contentOf(context, {
      'rd17-3/9.md': SAMPLE,
      'rd17-3/9.txt': RECEIVED,
      'site.yaml': SITE,
      ...files,
    });
    await assert.rejects(loadContent(root), { name: 'ContentError', message });
  });

test('a received file may have rules of signs, and a link may name the site that it leads to', async (context) => {
  const root = contentOf(context, {
    'rd17-3/9.md': SAMPLE,
    'rd17-3/9.txt': RECEIVED,
    'site.yaml': SITE,
    ...PAGES,
    'pages/about.md': page(
      '[www.gov.cn](https://www.gov.cn/a) [https://www.gov.cn/a](https://www.gov.cn/a/) https://b.cn/x_y [政府网](https://www.gov.cn/) [电话](tel:12345)',
    ),
  });
  await loadContent(root);
  assert.deepEqual(findReceivedConflict(Buffer.from('甲\n=======\n乙\n>>>>>>> 丙\n'), 'x'), []);
});

test('a year mistyped is found by those who may look at the clock', async (context) => {
  const root = contentOf(context, {
    'rd17-3/9.md': SAMPLE,
    'rd17-3/9.txt': RECEIVED,
    'site.yaml': SITE,
    ...PAGES,
  });
  const { letters } = await loadContent(root);
  const published = letters[0]!.published;
  const day = 86_400_000;
  const moment = Date.parse(`${published.replace(' ', 'T')}:00+08:00`);
  assert.deepEqual(findFutureMoments(root, letters, moment - 30 * day), []);
  const [found] = findFutureMoments(root, letters, moment - 32 * day);
  assert.equal(found?.file, 'content/rd17-3/9.md');
  assert.match(SAMPLE.split('\n')[found.line - 1]!, /^published: /);
});

test('a place is named in full, since its sessions are called by how its name ends', async (context) => {
  const root = contentOf(context, {
    'rd17-3/9.md': SAMPLE,
    'rd17-3/9.txt': RECEIVED,
    'site.yaml': SITE.replace('甲市', '甲'),
  });
  await assert.rejects(loadContent(root), /site\.yaml:4[\s\S]*city 不是全称/);
});
