import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countMarkdown, countText, withoutRules } from './text.ts';

/**
 * Returns the running words of a Markdown file without white space, then its other counted words, each with
 * its marks.
 */
function counted(markdown: string): string[] {
  const { occurrences } = countMarkdown(markdown);
  const plain = occurrences.filter((one) => one.running && !one.sign && one.marks.length === 0);
  const others = occurrences.filter((one) => !plain.includes(one));
  return [
    plain.map(({ words }) => words.replaceAll(/\s/g, '')).join(''),
    ...others.map(({ in: place, words, marks }) => [place, words, ...marks].join(' ')),
  ];
}

const MARKDOWN: [name: string, markdown: string, ...expected: string[]][] = [
  ['paragraphs and headings', '# 甲\n\n乙\n丙\n\n丁\n--\n', '甲乙丙丁'],
  ['emphasis and code', '**甲**_乙_`*丙*`\n\n    丁\n', '甲乙*丙*丁'],
  ['escapes and entities', '甲\\*&lt;&#20057;', '甲*<乙'],
  ['numbers of lists, and no bullets', '1. 甲\n   - 乙\n2. 丙\n', '1.甲乙2.丙'],
  [
    'words of links, and no addresses',
    '[甲](https://a.cn "题") <https://b.cn/> https://c.cn/d_e [乙][f]\n\n[f]: https://f.cn',
    '甲https://b.cn/https://c.cn/d_e乙',
  ],
  ['words of pictures', '![图](a.png)', '图'],
  ['a comment without an end', '甲<!-- 乙\n丙', '甲<!--乙丙'],
  ['a block of comment without an end', '甲\n\n<!-- 乙\n\n丙', '甲', '注释 乙\n\n丙'],
  [
    'words of elements that no browser shows',
    '甲\n\n<title>丙</title><style>p {}</style>\n\n<![CDATA[丁]]>',
    '甲',
    '注释 丙',
    '注释 [CDATA[丁]]',
  ],
  ['notes', '甲[^1]\n\n[^1]: 注\n', '甲[1][1]注'],
  ['tables', '| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n', '甲乙12'],
  ['ranges', '5~6月，8~9月', '5~6月，8~9月'],
  ['what is struck out', '甲~~乙~~', '甲', '正文 乙 struck'],
  [
    'what HTML strikes out or hides',
    '甲<del>乙</del><span style="color:red">丙<s>丁</s></span>\n\n<p style="display: none">戊</p>\n\n己<u>庚',
    '甲丙己庚',
    '正文 乙 struck',
    '正文 丁 struck',
    '正文 戊 hidden',
  ],
  ['tasks', '- [x] 甲\n- [ ] 乙\n', '甲乙', '符号 [x]', '符号 [ ]'],
  [
    'HTML and its comments',
    '<u>甲</u>&nbsp;<!-- 暂缓 -->\n\n<p>乙<!-- 内部 --></p>\n',
    '甲乙',
    '注释 暂缓',
    '注释 内部',
  ],
  ['what stands at the fence of code', '~~~文字\n甲\n~~~\n', '文字甲'],
];
for (const [name, markdown, ...expected] of MARKDOWN)
  test(`counted in Markdown: ${name}`, () => assert.deepEqual(counted(markdown), expected));

test('a text is counted whole, without the rules of its tables', () => {
  const { occurrences } = countText('甲\n| 乙 | 丙 |\n|---|:-:|\n- 丁');
  assert.equal(occurrences[0]!.words.replaceAll(/\s/g, ''), '甲乙丙-丁');
  assert.equal(withoutRules('—— | ——'), '——  ——');
});

test('what of Markdown a text cannot show is told: links, pictures, raised figures', () => {
  const unlike = (markdown: string) => countMarkdown(markdown).unlike;
  assert.deepEqual(unlike('甲 <https://b.cn/> https://c.cn/d'), []);
  assert.deepEqual(unlike('[甲](https://a.cn)'), ['链接的网址']);
  assert.deepEqual(unlike('[甲][a]\n\n[a]: https://a.cn'), ['链接的网址']);
  assert.deepEqual(unlike('![图](a.png)'), ['图片']);
  assert.deepEqual(unlike('30m<sup>2</sup>'), ['上标或下标']);
});
