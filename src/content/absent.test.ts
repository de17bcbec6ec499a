import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import { outlineOf } from '../letter/outline.ts';
import { presentParts, letterText } from '../letter/text.ts';

/** Each pair of edits: one in the edition, one in the received file. */
function edited(...edits: [from: string | RegExp, to: string, received?: [string, string]][]) {
  let [markdown, received] = [SAMPLE, RECEIVED];
  for (const [from, to, also] of edits) {
    assert.notEqual(markdown.replace(from, to), markdown, String(from));
    markdown = markdown.replace(from, to);
    if (also) received = received.replace(...also);
  }
  return parse(markdown, received);
}
const accepted = (...edits: Parameters<typeof edited>) => {
  const { letter, diagnostics } = edited(...edits);
  assert.deepEqual(diagnostics, []);
  return letter!;
};

test('what the letter lacks is stated as 无, and is no part of it', () => {
  const letter = accepted(
    ['salutation: 张三代表：', 'salutation: 无', ['张三代表：\n', '']],
    ['lead: 张三', 'lead: 无'],
    ['[某某局]', '无', ['某某局\n', '']],
    [/date:\n.*\n.*\n/, 'date: 无\n', ['2019年5月6日\n', '']],
    ['keywords: [桥梁]', 'keywords: 无'],
  );
  assert.deepEqual(presentParts(letter), ['title', 'body', 'cc', 'contact']);
  assert.deepEqual([letter.date, letter.proposal.lead, letter.signatories], [null, null, []]);
});

test('a fact left empty is a slip, not an absence', () =>
  assert.match(edited(['[某某局]', '']).diagnostics[0]?.message ?? '', /缺少“署名”/));

test('a title in brackets is ours', () => {
  const letter = accepted(
    [/^title: (.*)$/m, "title: '[$1]'", ['对市十七届人大三次会议第9号建议的答复\n', '']],
    ['lead: 张三', 'lead: 张三\n  supplied: [session, number]'],
  );
  assert.equal(letter.titleSupplied, true);
  assert.deepEqual(letter.title, ['对市十七届人大三次会议第9号建议的答复']);
  assert.equal(letterText(letter)[0]?.id, 'to');
});

test('the session and number that the letter lacks are told apart, and only those', () => {
  const { diagnostics } = edited(['lead: 张三', 'lead: 张三\n  supplied: [number]']);
  assert.match(diagnostics[0]?.message ?? '', /答复原文里写着“第9号”/);
});

test('the parts stand in the order of the letter, which names them all', () => {
  const moved: [string, string] = [
    '2019年5月6日\n抄送：市政府办公室，李四。\n联系电话：63810000\n',
    '抄送：市政府办公室，李四。\n联系电话：63810000\n2019年5月6日\n（此件公开发布）\n',
  ];
  const order = (parts: string) =>
    edited(['copies:', `remarks: [（此件公开发布）]\norder: [${parts}]\ncopies:`, moved]);
  const { letter, diagnostics } = order('title, to, body, sign, cc, contact, date, remarks');
  assert.deepEqual(diagnostics, []);
  const tail = letterText(letter!).slice(-5);
  assert.deepEqual(
    tail.map(({ id }) => id),
    ['sign', 'cc', 'contact', 'date', 'remarks'],
  );
  const lost = order('title, to, body, sign, cc, contact, date').diagnostics;
  assert.ok(lost.some(({ message }) => message === '各部分的次序（order）里缺少 remarks'));
});

test('several bureaus on a line keep their line', () => {
  const signed: [string, string] = ['某某局\n', '某某局、乙局（盖章）\n'];
  const names = ['[某某局]', '[某某局, 乙局]\nsignature: [某某局、乙局（盖章）]', signed] as const;
  assert.deepEqual(accepted([...names]).signatories, ['某某局', '乙局']);
  const { diagnostics } = edited(['[某某局]', '[丙局]\nsignature: [某某局、乙局（盖章）]', signed]);
  assert.ok(diagnostics.some(({ message }) => message.includes('（signature）里没有“丙局”')));
});

test('ordinals doubled, skipped or missing stay as printed; each section has its own id', () => {
  const letter = accepted(
    ['## 二、正在做的', '## 一、正在做的', ['二、正在做的', '一、正在做的']],
    ['### （一）东门', '### （三）东门\n\n### 其他', ['（一）东门', '（三）东门\n其他']],
  );
  assert.deepEqual(
    outlineOf(letter).map(({ id, entries }) => [id, ...entries.map((entry) => entry.id)]),
    [['s1', 's1-1', 's1-2'], ['s2'], ['next']],
  );
});
