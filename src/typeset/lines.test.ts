import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evenLines } from './lines.ts';

test('lines are even, and end between words', () =>
  assert.deepEqual(evenLines('《关于加大对我市中小型企业扶持及服务力度的建议》', 18), [
    '《关于加大对我市中小型企业',
    '扶持及服务力度的建议》',
  ]));

test('lines end after a stop where they can, and no stop starts one', () =>
  assert.deepEqual(
    evenLines(
      '逐字公布政府部门对人大代表建议、政协委员提案的书面答复，供公众阅读、引用和保存。',
      18,
    ),
    ['逐字公布政府部门对人大代表建议、', '政协委员提案的书面答复，', '供公众阅读、引用和保存。'],
  ));

test('what fits is one line; a word that fits no line stays whole', () => {
  assert.deepEqual(evenLines('第273号', 8), ['第273号']);
  assert.deepEqual(evenLines('第12345678号', 3), ['第12345678号']);
});
