import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balanceLines, breakBySense } from './title-lines.ts';

test('lines are even, and end between words', () =>
  assert.deepEqual(balanceLines('《关于加大对我市中小型企业扶持及服务力度的建议》', 18), [
    '《关于加大对我市中小型企业',
    '扶持及服务力度的建议》',
  ]));

test('lines end after a stop where they can, and no stop starts one', () =>
  assert.deepEqual(
    balanceLines(
      '逐字公布政府部门对人大代表建议、政协委员提案的书面答复，供公众阅读、引用和保存。',
      18,
    ),
    ['逐字公布政府部门对人大代表建议、', '政协委员提案的书面答复，', '供公众阅读、引用和保存。'],
  ));

test('what fits is one line; a word that fits no line stays whole', () => {
  assert.deepEqual(balanceLines('第273号', 8), ['第273号']);
  assert.deepEqual(balanceLines('第12345678号', 3), ['第12345678号']);
});

for (const [bureau, session, number] of [
  ['云溪市人力资源和社会保障局', '关于市二十一届人大二次会议', '第85号建议的答复'],
  ['', '对市二十一届人大二次会议', '第104号建议的答复'],
  ['', '关于区政协六届二次会议', '第２０２６０８１号提案的复函'],
  ['云溪市卫生健康委员会', '对市政协第十一届委员会第四次会议', '第79号提案的答复'],
  ['', '关于市政协十一届三次会议', '（资源环境类295号）提案答复的函'],
] as const) {
  const lines = [bureau, session, number].filter((line) => line !== '');
  test(`a title ends its lines where a reader would pause: ${lines.join(' ')}`, () => {
    assert.deepEqual(breakBySense(lines.join('')), lines);
    assert.deepEqual(balanceLines(lines.join(''), 20), lines);
  });
}

test('names are parted between two of them', () =>
  assert.deepEqual(balanceLines('云溪市交通运输局、云溪市公安局、云溪市市场监督管理局', 21), [
    '云溪市交通运输局、云溪市公安局、',
    '云溪市市场监督管理局',
  ]));
