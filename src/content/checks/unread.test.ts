import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Difference } from '../../received/count/index.ts';
import { checkUnread } from './unread.ts';

const comment: Difference = { in: '批注', words: '数字 待核', after: '签约率', reading: 'nothing' };
const extra: Difference = { in: '正文', words: '', after: '新增', reading: { other: '多' } };
const declare = (kind: string, words: string) => ({ in: kind, words, why: '办文时的批注' });
const messagesOf = (differences: Difference[], ...unread: ReturnType<typeof declare>[]) =>
  checkUnread({
    differences,
    original: undefined,
    letter: {
      received: { file: 'rd1-1/1.docx', encoding: undefined, isPublicCopy: false },
      source: { unread },
    },
  }).map(({ message }) => message);

test('a difference is declared by its kind and words, white space aside, or is reported', () => {
  assert.deepEqual(messagesOf([]), []);
  assert.deepEqual(
    messagesOf([comment, extra], declare('批注', '数字待核'), declare('正文', '多')),
    [],
  );
  const [message = ''] = messagesOf([comment]);
  assert.match(message, /批注“数字 待核”（在“签约率”之后）/);
  assert.equal(messagesOf([comment], declare('脚注', '数字待核')).length, 2);
});

test('one declaration answers one difference, and none that the file does not have', () => {
  assert.equal(messagesOf([comment, comment], declare('批注', '数字待核')).length, 1);
  assert.match(messagesOf([], declare('批注', '待核'))[0]!, /没有这一处批注“待核”/);
});
