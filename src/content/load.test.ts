import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentOf, letter } from '../../tests/support/content.ts';
import { RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
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

test('a page may not move to where there is none, nor from where there is one', async (context) => {
  const root = contentOf(context, {
    'rd17-3/9.md': SAMPLE,
    'rd17-3/9.txt': RECEIVED,
    'site.yaml': `${SITE}moved:\n  - {from: rd17-3/9/, to: rd17-3/8/}\n  - {from: /a, to: about/}\n`,
  });
  await assert.rejects(loadContent(root), /from 不是本站的网址/);
  const file = join(root, 'content/site.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('/a,', 'a/,'));
  await assert.rejects(loadContent(root), /8\/ 不是本站的网址[\s\S]*9\/ 现在有别的内容/);
});

test('a place is named in full, since its sessions are called by how its name ends', async (context) => {
  const root = contentOf(context, {
    'rd17-3/9.md': SAMPLE,
    'rd17-3/9.txt': RECEIVED,
    'site.yaml': SITE.replace('甲市', '甲'),
  });
  await assert.rejects(loadContent(root), /site\.yaml:4[\s\S]*city 不是全称/);
});
