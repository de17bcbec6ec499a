import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOf, letter } from '../../tests/support/content.ts';
import { RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import { loadContent } from './load.ts';

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
