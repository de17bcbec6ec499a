import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFull } from '../../../tests/support/full.ts';
import { readText } from '../index.ts';
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
    '网址 https://a.cn',
    '说明 题',
    '说明 f',
    '网址 https://f.cn',
  ],
  [
    'a link whose words are its address',
    '[a.cn/b](https://a.cn/b) [甲](data:a;base64,AA)',
    'a.cn/b甲',
    '网址 data:a;base64',
  ],
  ['words of pictures', '![图](a.png)', '图', '网址 a.png'],
  [
    'what HTML shows without text, and attributes with words',
    '<p title="甲" class="乙" lang="zh"><a href="b.cn">丙</a><img src="c.png" alt="丁"></p>',
    '丙丁',
    '说明 甲',
    '网址 b.cn',
    '网址 c.png',
  ],
  [
    'boxes and numbers that HTML draws, and pronunciations',
    '<ol start="3"><li>甲</li></ol><input type="checkbox" checked><ruby>洪<rt>hóng</rt></ruby>',
    '甲洪',
    '自动编号 3.',
    '符号 [x]',
    '注音 hóng',
  ],
  [
    'elements within a line whose words stand elsewhere, or nowhere',
    '在<ruby>洪<rt>hóng</rt></ruby>山<script>var 甲</script>',
    '在洪山',
    '注音 hóng',
    '注释 var 甲',
  ],
  ['stars that multiply', '3*4*5米*甲*', '3*4*5米甲'],
  [
    'words that Markdown takes for an address',
    '甲[1]\n\n[1]: 来源为统计局',
    '甲1',
    '说明 1',
    '其他文字 来源为统计局',
  ],
  [
    'an element that is open over several paragraphs',
    '<div hidden>\n\n甲\n\n</div>\n\n乙<s>丙\n\n丁',
    '乙丁',
    '正文 甲 hidden',
    '正文 丙 struck',
  ],
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

test('what of Markdown a text cannot show is told: pictures, raised figures', () => {
  const unlike = (markdown: string) => countMarkdown(markdown).unlike;
  assert.deepEqual(unlike('[甲](https://a.cn)'), []);
  assert.deepEqual(unlike('![图](a.png)'), ['图片']);
  assert.deepEqual(unlike('<p><img src="a.png"></p>'), ['图片']);
  assert.deepEqual(unlike('30m<sup>2</sup>'), ['上标或下标']);
});

/** Every construct of Markdown and HTML that may hold words. */
const CONSTRUCTS = `---
title: 甲
---

# 题 #

[网站](https://a.cn/x "题")和[乙][ref]、[ref][]、<https://b.cn/>、https://c.cn/d。

[ref]: https://r.cn 'title'
[unused]: <https://u.cn> (没有用)

![图](a.png "图名") ![图][ref] <img src="s.png" alt="章" title="章"> \\*甲&lt;&#20057;<!-- 甲 --> <span title="内" data-a="b">甲</span><br/>**粗**\`码\`~~删~~\\
丙

<div align="center" hidden>
甲
</div>

<table border="1"><tr><td title="t" colspan=2>甲</td></tr></table>
<ol start="3"><li value="9">甲</li></ol><ruby>洪<rt>hong</rt></ruby><script>var a;</script><style>p {}</style><noscript>甲</noscript>
<!DOCTYPE html><?php 1 ?><![CDATA[ c ]]><select><option value="o">甲</option></select><template>甲</template>
<input type="checkbox" checked name="n" value="v"><input value="v"><iframe src="i">甲</iframe><svg><title>甲</title></svg>

- [x] 甲

10) 乙

> > 丙

| 甲 | 乙 \\| 丙 |
| :-- | --: |
| 1 | 2 | 3 |

甲[^1]

[^1]: 注
[^unused]: 注

\`\`\`文字 meta
代码
\`\`\`

    缩进
`;

test('a word put anywhere into Markdown is read or missed, but for names of fonts and styles', () => {
  for (let at = 0; at <= CONSTRUCTS.length; at += isFull ? 1 : 9) {
    const text = `${CONSTRUCTS.slice(0, at)}鹬蚌${CONSTRUCTS.slice(at)}`;
    const { lines, differences } = readText(new TextEncoder().encode(text), 'source.md');
    const seen = [
      ...lines.map((line) => line.text),
      ...differences.map(({ words, reading }) => words + JSON.stringify(reading)),
    ];
    assert.ok(seen.join('').includes('鹬蚌'), JSON.stringify(text.slice(at - 20, at + 20)));
  }
});
