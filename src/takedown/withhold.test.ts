import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { newFolder } from '../../tests/support/project.ts';
import { RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import { snapshot } from '../../tests/support/snapshot.ts';
import { findHolders } from '../../tests/support/takedown.ts';
import { paragraph, run, wordParts } from '../../tests/support/word.ts';
import { zip } from '../../tests/support/zip.ts';
import { loadLetters } from '../content/letters.ts';
import { withhold } from './withhold.ts';

const KEY = 'rd17-3/9';
/** A project with the sample in this state, and other files of `content/rd17-3/`. */
function projectOf(received: Buffer, ending: string, edition: string, others = {}): string {
  const root = newFolder();
  const folder = join(root, 'content/rd17-3');
  mkdirSync(folder, { recursive: true });
  const files = { [`9.${ending}`]: received, '9.md': edition, ...others };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return root;
}
const withholdIn = (root: string, at: string, words: string) =>
  withhold(root, { key: KEY, at, words, why: '个人信息', on: '2026-12-01', all: true });

const utf16 = Buffer.from(RECEIVED, 'utf16le');
const MARKDOWN = RECEIVED.replaceAll('\n', '\n\n')
  .replace('桥 长\n\n', '| 桥 | 长 |\n| - | - |\n')
  .replace('东门桥 30米', '| 东门桥 | 30米 |')
  .replace('- 1 -', '\\- 1 -');
const wordRow = (...cells: string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
const WORD = zip(
  wordParts(
    RECEIVED.trimEnd()
      .split('\n')
      .map((line) => {
        if (line === '桥 长') return `<w:tbl>${wordRow('桥', '长')}`;
        if (line === '东门桥 30米') return `${wordRow('东门桥', '30米')}</w:tbl>`;
        const runs = run('联系电话：638') + run('100', '<w:b/>') + run('00');
        return paragraph(line.includes('63810000') ? runs : line);
      })
      .join(''),
  ),
);

/** The words, their place, and the places of the marks; how the letter came, and what differs from the sample. */
interface Case {
  words: string;
  at: string;
  places: string;
  received?: Buffer;
  ending?: string;
  edits?: [from: string, to: string][];
  others?: Record<string, string>;
}
const replace = (text: string, edits: Case['edits'] = []) =>
  edits.reduce((left, [from, to]) => {
    assert.ok(left.includes(from) || !/[\\&]/.test(to), from);
    return left.replace(from, to);
  }, text);
const PHONE = { words: '63810000', at: 'contact', places: 'contact' };
const CASES: Record<string, Case> = {
  'UTF-16, little-endian': { ...PHONE, received: Buffer.concat([Buffer.of(0xff, 0xfe), utf16]) },
  'UTF-16, big-endian': {
    ...PHONE,
    received: Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(utf16).swap16()]),
  },
  'UTF-16 without a mark': { ...PHONE, received: utf16 },
  'runs of a Word file': { ...PHONE, received: WORD, ending: 'docx' },
  'a cell of a Word file': {
    words: '30米',
    at: 't1',
    places: 't1',
    received: WORD,
    ending: 'docx',
  },
  'a cell': { words: '30米', at: 't1', places: 't1' },
  'a heading': { words: '已经做的', at: 's1', places: 's1' },
  'a note': { words: '桥名照录', at: 'n-bridge', places: 'n-bridge' },
  'a name in several parts': { words: '张三', at: 'to', places: 'to proposal summary' },
  'a person among the copies': { words: '李四', at: 'cc', places: 'cc persons' },
  'a correction': {
    ...PHONE,
    places: 'contact corrections',
    edits: [
      [
        'source:\n',
        'corrections: [{date: 2026-12-01 10:00, what: 改为63810000。, why: 错}]\nsource:\n',
      ],
    ],
  },
  'a comment in the front matter': {
    ...PHONE,
    edits: [['source:\n', '# 打过63810000\nsource:\n']],
  },
  'a draft': {
    ...PHONE,
    places: 'contact questions',
    edits: [['---\n', '---\ndraft: true\nquestions: [{where: “63810000”, what: 看}]\n']],
  },
  'Markdown with signs among the words': {
    words: '西门桥',
    at: 'p4',
    places: 'p4 source',
    received: Buffer.from(
      MARKDOWN.replace('西门桥开工', '西**门**[桥](https://a.cn "西门桥")开工'),
    ),
    ending: 'source.md',
    edits: [
      [
        '  omitted:',
        '  unread: [{in: 网址, words: "https://a.cn", why: 网址}, {in: 说明, words: 西门桥, why: 说明}]\n  omitted:',
      ],
    ],
  },
  'the address of a link that encodes them': {
    words: '张三丰',
    at: 'p4',
    places: 'p4 source',
    received: Buffer.from(
      MARKDOWN.replace('西门桥开工', '张三丰[开](https://a.cn/%E5%BC%A0%e4%b8%89%E4%B8%B0)工'),
    ),
    ending: 'source.md',
    edits: [
      ['西门桥开工', '张三丰开工'],
      [
        '  omitted:',
        '  unread: [{in: 网址, words: "https://a.cn/%E5%BC%A0%e4%b8%89%E4%B8%B0", why: 网址}]\n  omitted:',
      ],
    ],
  },
  'a comment of Markdown': {
    words: '西门桥',
    at: 'p4',
    places: 'p4 source',
    received: Buffer.from(`${MARKDOWN}\n<!-- 西门桥的事 -->\n`),
    ending: 'source.md',
    edits: [['  omitted:', '  unread: [{in: 注释, words: 西门桥的事, why: 注释}]\n  omitted:']],
  },
  'escapes of Markdown': {
    words: 'a_b&c*',
    at: 'p3',
    places: 'p3',
    received: Buffer.from(MARKDOWN.replace('今年完工', '今年a\\_b&amp;c&#42;完工')),
    ending: 'source.md',
    edits: [['今年完工', '今年a\\_b&amp;c\\*完工']],
  },
  'a web address that encodes them': {
    words: '张三丰',
    at: 'p3',
    places: 'p3',
    received: Buffer.from(
      RECEIVED.replace('今年完工', '见https://a.cn/%E5%BC%A0%e4%b8%89%E4%B8%B0'),
    ),
    edits: [['今年完工', '见https\\://a.cn/%E5%BC%A0%e4%b8%89%E4%B8%B0']],
  },
  'a number among the figures': {
    words: '30米',
    at: 't1',
    places: 't1 figures',
    others: {
      '9.figures.yaml':
        'figures: [{id: a, p: t1, what: 桥长, value: "30", unit: 米, quote: 30米}]\nothers: []\npictures: [{title: 桥, groups: [{bars: [{label: 东门, figure: a}]}]}]\n',
    },
  },
};

for (const [name, { words, at, places, received, ending = 'txt', edits, others }] of Object.entries(
  CASES,
))
  test(`words are withheld: ${name}`, async () => {
    const root = projectOf(
      received ?? Buffer.from(RECEIVED),
      ending,
      replace(SAMPLE, edits),
      others,
    );
    assert.deepEqual((await loadLetters(root)).diagnostics, []);
    const done = await withholdIn(root, at, words);
    assert.deepEqual(done.places.map((place) => place.at).sort(), places.split(' ').sort());
    const holders = await findHolders([words], [join(root, 'content')]);
    assert.deepEqual(holders.get(words), []);
    assert.equal(existsSync(join(root, `private/rd17-3/9.${ending}`)), name !== 'a note');
    const { letters, drafts, diagnostics } = await loadLetters(root);
    assert.deepEqual([letters.length + drafts.length, diagnostics], [1, []]);
  });

test('the other letters that hold the words are named', async () => {
  const others = { '10.md': SAMPLE, '10.txt': RECEIVED };
  const root = projectOf(Buffer.from(RECEIVED), 'txt', SAMPLE, others);
  const { elsewhere } = await withholdIn(root, 'contact', '63810000');
  assert.deepEqual(elsewhere, ['content/rd17-3/10.md:24', 'content/rd17-3/10.txt:17']);
});

test('words without which the letter is none are refused, and nothing is changed', async () => {
  const root = projectOf(Buffer.from(RECEIVED), 'txt', SAMPLE);
  const before = snapshot(root);
  for (const [at, words] of [
    ['date', '2019年5月6日'],
    ['title', '第9号'],
  ] as const)
    await assert.rejects(
      withholdIn(root, at, words),
      /9\.md:1 {2}这几个字换掉以后，答复通不过检查（见下），不能这样换\n +改法：/,
    );
  assert.deepEqual(snapshot(root), before);
});
