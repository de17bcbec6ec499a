import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cases } from '../../tests/support/received.ts';
import { visibleText } from '../language/hidden.ts';
import { readReceived } from '../received/index.ts';
import { classify, PASSES } from './classify.ts';
import { detectEnding } from './detect.ts';
import { readRows, type Row } from './rows.ts';

const freeze = (rows: Row[]) => Object.freeze(rows.map((row) => Object.freeze(row))) as Row[];
const words = (rows: Row[]) => visibleText(rows.map(({ text }) => text).join(''));
const readLines = (...lines: string[]) => ({
  encoding: undefined,
  lines: lines.map((text) => ({ text })),
  lost: [],
  differences: [],
  asides: [],
  traces: [],
});

test('a pass changes no row that it is given, and keeps every word in its place', async () => {
  for (const { name, file } of cases.filter(({ expected }) => expected.exit !== 1)) {
    const bytes = readFileSync(file);
    let rows = freeze(readRows(await readReceived(bytes, detectEnding(file, bytes))));
    const before = words(rows);
    for (const pass of PASSES) {
      rows = freeze(pass(rows).rows);
      assert.equal(words(rows), before, `${name}: ${pass.name}`);
    }
    assert.ok(
      rows.every(({ part, omitted }) => (part === undefined) !== (omitted === undefined)),
      `${name}: a row is neither part of the letter nor omitted, or both`,
    );
  }
});

test('a line that holds several parts is cut into them', () => {
  const { found } = classify(
    readLines(
      '对市二十一届人大二次会议第36号建议的答复',
      '张三代表：您提出的《关于路灯的建议》收悉，',
      '现答复- 2 -如下：已装路灯9盏。',
      '感谢您！ 云溪市城管局 2026年6月12日',
    ),
  );
  assert.deepEqual(found.parts.to, ['张三代表：']);
  assert.deepEqual(found.parts.sign, ['云溪市城管局']);
  assert.deepEqual(found.parts.date, ['2026年6月12日']);
  assert.deepEqual(found.omitted, [{ text: '- 2 -', reason: '来源文件的页码' }]);
  assert.equal(found.parts.body.at(-1), '感谢您！');
});

test('a salutation begins with the names above it, but not with a mark of secrecy', () => {
  const salutation = (above: string) =>
    classify(
      readLines(
        '对市二十一届人大二次会议第36号建议的答复',
        above,
        '张三代表：',
        '您提出的《关于路灯的建议》收悉，现答复如下：已装路灯9盏。',
        '云溪市城管局',
        '2026年6月12日',
      ),
    ).found.parts.to;
  assert.deepEqual(salutation('李四、王五、'), ['李四、王五、', '张三代表：']);
  assert.deepEqual(salutation('内部资料，注意保存'), ['张三代表：']);
});

test('a part that occurs again joins the part above, with one question for its lines', () => {
  const { found, questions } = classify(
    readLines(
      '对市二十一届人大二次会议第36号建议的答复',
      '张三代表：',
      '您提出的《关于路灯的建议》收悉，现答复如下：已装路灯9盏。',
      '云溪市城管局',
      '2026年6月12日',
      '联系电话：63810000',
      '云溪市城管局',
      '2026年6月13日',
    ),
  );
  assert.deepEqual(found.parts.date, ['2026年6月12日']);
  assert.deepEqual(found.parts.contact, ['联系电话：63810000', '云溪市城管局', '2026年6月13日']);
  assert.equal(questions.filter(({ what }) => what.includes('不止一次')).length, 1);
});

test('cells above the letter are read as pairs of label and value', () => {
  const rows = PASSES.reduce(
    (rows, pass) => pass(rows).rows,
    readRows({
      encoding: undefined,
      lines: [
        { text: '索引号', cells: ['索引号：', 'A1', '发布日期', '2031-05-06', '来源'] },
        { text: '对市二十一届人大二次会议第36号建议的答复' },
        { text: '张三代表：' },
        { text: '您提出的《关于路灯的建议》收悉，现答复如下：已装路灯9盏。' },
      ],
      lost: [],
      differences: [],
      asides: [],
      traces: [],
    }),
  );
  assert.equal(rows[0]?.metadata, '索引号：A1 发布日期：2031-05-06 来源');
});

const LETTER = [
  '张三代表：',
  '您提出的《关于路灯的建议》（第36号）收悉，现答复如下：已装路灯9盏。',
  '云溪市城管局',
  '2026年6月12日',
];
const TITLE = '对市二十一届人大二次会议第36号建议的答复';

for (const [row, doc, beside] of [
  ['云城函〔2026〕5号      签发人：李 四', '云城函〔2026〕5号', '签发人：李 四'],
  ['云城函〔2026〕5号\t签发人：李四\t王五', '云城函〔2026〕5号', '签发人：李四\t王五'],
  ['签发人：李四  （云城函〔2026〕5号）', '（云城函〔2026〕5号）', '签发人：李四'],
  ['云城函〔2026〕5号（签发：李四）', undefined, '云城函〔2026〕5号（签发：李四）'],
] as const)
  test(`in a letterhead, ${row.replaceAll('\t', '|')} is read part by part`, () => {
    for (const cells of [undefined, row.split('\t')]) {
      const reading = readLines(row, TITLE, ...LETTER);
      if (cells) reading.lines[0] = { text: row, cells } as { text: string };
      const { found } = classify(reading);
      assert.deepEqual(found.parts.doc, doc ? [doc] : []);
      assert.deepEqual(
        found.omitted.map(({ text }) => text),
        [beside],
      );
    }
  });

for (const [lines, title] of [
  [[TITLE, '《关于路灯的建议》'], undefined],
  [['《关于路灯的建议》', TITLE], undefined],
  [
    [TITLE, '关于路灯的建议', '（云城函〔2026〕5号）'],
    [TITLE, '关于路灯的建议'],
  ],
  [['【云城函〔2026〕5号】', TITLE], [TITLE]],
] as const)
  test(`the title of ${lines.join(' / ')}`, () => {
    const { found, questions } = classify(readLines(...lines, ...LETTER));
    assert.deepEqual(found.parts.title, title ?? lines);
    assert.deepEqual([...found.omitted, ...questions], []);
  });

for (const [line, date, ...omitted] of [
  ['2026年6月12日 |', '2026年6月12日', '|'],
  ['二零二六年零六月〇五日 |', '二零二六年零六月〇五日', '|'],
  ['2026年6月12日 ｜ ·', '2026年6月12日', '｜ ·'],
  ['2026年6月12日。', '2026年6月12日', '。'],
  ['（2026年6月12日）', '2026年6月12日', '（', '）'],
  ['日期：2026-06-12 10:20', '2026-06-12', '日期：', '10:20'],
])
  test(`the date of ${line}, with what is around it left out`, () => {
    const { found, questions } = classify(readLines(TITLE, ...LETTER.slice(0, -1), line!));
    assert.deepEqual([found.parts.date, found.parts.sign], [[date], [LETTER[2]]]);
    assert.deepEqual(
      found.omitted.map(({ text }) => text),
      omitted,
    );
    assert.deepEqual(questions, []);
  });

test('a signature may stand on a line with its label', () => {
  const { found } = classify(
    readLines(TITLE, ...LETTER.slice(0, 2), '答复单位：云溪市城管局', LETTER[3]!),
  );
  assert.deepEqual(found.parts.sign, ['答复单位：云溪市城管局']);
  assert.deepEqual(found.signatories, ['云溪市城管局']);
});

for (const [name, ...lines] of [
  ['a host', '主办单位：云溪市人民政府', '承办：云溪市大数据中心 技术支持：某公司', '浙ICP备1号'],
  ['hosts on a line', '云溪市政府主办 云溪市政府办公室承办', '您是本站第 9 位访客'],
  ['what is related', '相关稿件', '关于第37号建议的答复', 'Copyright © 云溪市'],
])
  test(`the footer of a web page belongs to no letter: ${name}`, () => {
    const { found, questions } = classify(readLines(TITLE, ...LETTER, ...lines));
    assert.deepEqual(
      found.omitted.map(({ text }) => text),
      lines,
    );
    assert.deepEqual(questions, []);
  });

test('the name of a website is no line of the title below it', () => {
  const { found } = classify(readLines('云溪市人民政府门户网站', TITLE, ...LETTER));
  assert.deepEqual(found.parts.title, [TITLE]);
});

test('an attachment below the signature is none of the remarks, and its empty cells are asked about', () => {
  const rows = [
    ['乡镇', '村', '点位'],
    ['东乡', '', '3'],
  ];
  const reading = readLines(
    TITLE,
    ...LETTER.slice(0, 2),
    '附件：1.点位表',
    ...LETTER.slice(2),
    '附件1',
    '点位表',
  );
  const lines = [
    ...reading.lines,
    ...rows.map((cells) => ({ text: cells.join('\t'), cells })),
    { text: '云溪市城管局' },
  ];
  const { found, questions } = classify({ ...reading, lines });
  assert.deepEqual(found.parts.attachments, ['附件：1.点位表']);
  assert.deepEqual(found.parts.annex, [
    '附件1',
    '点位表',
    '乡镇\t村\t点位',
    '东乡\t\t3',
    '云溪市城管局',
  ]);
  assert.match(questions.find(({ blocking }) => blocking)!.what, /空的格/);
});

for (const [body, expected] of [
  ['一、网址为https://a.cn/b，请看。', ['一、网址为https://a.cn/b，请看。']],
  ['一、每天8:30开放。', ['一、每天8:30开放。']],
  ['一、见（网址：某网）。', ['一、见（网址：某网）。']],
  ['一、按1：3配备。', ['一、按1：3配备。']],
  ['一、目标：2027年建成。', ['一、目标：', '2027年建成。']],
] as const)
  test(`a colon within a word ends no heading: ${body}`, () => {
    const { found } = classify(readLines(TITLE, LETTER[0]!, LETTER[1]!, body, ...LETTER.slice(2)));
    assert.deepEqual(
      found.blocks.slice(1).flatMap((block) => ('text' in block ? block.text : [])),
      expected,
    );
  });

test('a paragraph with an ordinal counts where an ordinal is missing', () => {
  const questionsFor = (...body: string[]) =>
    classify(readLines(TITLE, LETTER[0]!, LETTER[1]!, ...body, ...LETTER.slice(2)))
      .questions.map(({ what }) => what)
      .filter((what) => what.includes('序号'));
  const long = `${'已装路灯，'.repeat(15)}已亮灯。`;
  assert.deepEqual(questionsFor(`一、${long}`, '二、管好路灯。', '每天巡查。'), []);
  assert.equal(questionsFor(`一、${long}`, `三、${long}`).length, 1);
});

for (const [words, question] of [
  ['抓关键、*重点*、短板', /成对的星号/],
  ['抓*重点*、补短板', /成对的星号/],
  ['*（一）抓重点。*补短板', /成对的星号/],
  ['联系王*、李小*、赵*等', /遮盖/],
  ['联系王*、李**', /遮盖/],
  ['面积3*4*5米', undefined],
  ['__抓重点，__补短板', /加粗符号/],
  ['王\u{F0001}镇已装', /无法显示/],
  ['# 抓重点', /井号/],
  ['王镇\u3164已\uFEFF装', /看不见的字符/],
] as const)
  test(`the characters of ${words} are ${question ? '' : 'not '}asked about`, () => {
    const { questions } = classify(
      readLines(TITLE, LETTER[0]!, LETTER[1]!, `${words}。`, ...LETTER.slice(2)),
    );
    assert.deepEqual(
      questions.map(({ what }) => question?.test(what)),
      question ? [true] : [],
    );
  });
