import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresCsv as csv } from './csv.ts';
import { parse, RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import type { Site } from '../content/site-schema.ts';
import { resolveBar, numericValue } from '../letter/chart.ts';

const FIGURES = `figures:
  - {p: p4, id: spent, what: 花费, value: 3.5, unit: 万元, asOf: 2019年, quote: 花费3.5万元}
  - {p: p4, id: left, what: 结余, value: 近1.25, unit: 万元, quote: 结余近1.25万元}
others:
  - {p: t1, quote: 30米, reason: 表格}
  - {p: p4, quote: 2019年, reason: 年份}
pictures:
  - title: 花费与结余
    groups:
      - {label: 金额, bars: [{label: 花费, figure: spent}, {label: 相差, minus: [spent, left]}]}
`;
const TEXT = '2019年花费3.5万元，结余近1.25万元。';

/** The sample letter with figures in its fourth paragraph. */
const gather = (yaml: string) => {
  const figures = new TextEncoder().encode(yaml);
  return parse(
    SAMPLE.replace('西门桥开工。', TEXT),
    RECEIVED.replace('西门桥开工。', TEXT),
    'rd17-3/9',
    figures,
  );
};
const problemsOf = (from: string, to: string) => {
  const yaml = FIGURES.replace(from, to);
  assert.notEqual(yaml, FIGURES, 'the edit must change the figures');
  const { letter, diagnostics } = gather(yaml);
  assert.equal(letter, undefined);
  for (const { file } of diagnostics) assert.equal(file, 'content/rd17-3/9.figures.yaml');
  return diagnostics.map(({ line, message }) => `${line} ${message}`).join('\n');
};

const MISTAKES: [what: string, from: string, to: string, message: RegExp][] = [
  ['another value', 'value: 3.5', 'value: 3.6', /^2 .*没有“3\.6万元”/m],
  ['another unit', 'unit: 万元, asOf', 'unit: 亿元, asOf', /没有“3\.5亿元”/],
  ['words that are not there', 'quote: 结余近1.25万元', 'quote: 余下近1.25万元', /p4 里没有“余下/],
  ['a paragraph that is not there', 'p: p4, id: spent', 'p: p9, id: spent', /p9 里没有/],
  ['a number left out', '  - {p: p4, quote: 2019年, reason: 年份}\n', '', /“2019年花费3”没有登记/],
  [
    'a number twice',
    'others:\n',
    'others:\n  - {p: p4, quote: 花费3.5万元, reason: 重}\n',
    /登记了不止一次/,
  ],
  ['words that stand twice', 'quote: 结余近1.25万元', 'quote: 万元', /或不止一处/],
  ['an id twice', 'id: left', 'id: spent', /id spent 用了两次/],
  ['a picture of no figure', 'figure: spent}', 'figure: cost}', /没有 id 为 cost 的数/],
  ['a bar of two kinds', 'figure: spent}', 'figure: spent, minus: [spent, left]}', /或两样都有/],
  ['an unknown field', 'asOf: 2019年', 'date: 2019年', /没有名为 date 的项/],
  ['a formula', 'what: 花费', "what: '=1+1'", /what 的开头会被表格软件当成公式/],
  ['a formula in a date', 'asOf: 2019年', "asOf: '@SUM(1)'", /asOf 的开头/],
  ['no reason', ', reason: 年份', '', /缺少 reason/],
];
for (const [what, from, to, message] of MISTAKES)
  test(`figures refused: ${what}`, () => assert.match(problemsOf(from, to), message));

test('figures refused: unlike units drawn to one scale', () => {
  const yaml = FIGURES.replace('近1.25, unit: 万元', '近1.25万, unit: 元');
  const { diagnostics } = gather(yaml.replace('minus: [spent, left]', 'figure: left'));
  assert.match(diagnostics[0]?.message ?? '', /有的数以万元为单位，有的以元为单位/);
});

test('a wrong figure does not keep the letter from being proved', () => {
  const figures = new TextEncoder().encode(FIGURES);
  const { diagnostics } = parse(SAMPLE.replace('西门桥', '西门挢'), RECEIVED, 'rd17-3/9', figures);
  assert.ok(diagnostics.some(({ message }) => message.includes('与收到的原文不同')));
});

test('a bar is as long as its figure; a difference is ours, without a rounding error', () => {
  const figures = gather(FIGURES).letter?.figures;
  assert.ok(figures);
  const [spent, difference] = figures.pictures[0]!.groups[0]!.bars;
  assert.deepEqual(resolveBar(spent!, figures), {
    label: '花费',
    length: 3.5,
    words: '3.5万元',
    derived: false,
  });
  assert.deepEqual(resolveBar(difference!, figures), {
    label: '相差',
    length: 2.25,
    words: '2.25万元（本站推算：3.5－近1.25）',
    derived: true,
  });
  assert.deepEqual(
    ['近700', '2万余', '1528.5', '超10'].map(numericValue),
    [700, 20000, 1528.5, 10],
  );
});

test('the CSV opens in Excel and WPS: byte order mark, CRLF, quoted where needed', () => {
  const { letter } = gather(FIGURES.replace('what: 花费', `what: '花费,"合计"'`));
  const site = { url: new URL('https://gov.example/') } as Site;
  const head = '\uFEFF部分,项目,数值,单位,时间,段落,原文,网址\r\n';
  const rows =
    '二、正在做的,"花费,""合计""",3.5,万元,2019年,第4段,花费3.5万元,https://gov.example/rd17-3/9/#p4\r\n' +
    '二、正在做的,结余,近1.25,万元,,第4段,结余近1.25万元,https://gov.example/rd17-3/9/#p4\r\n';
  assert.equal(csv.render(letter!, site, []), head + rows);
});
