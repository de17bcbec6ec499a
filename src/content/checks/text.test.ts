import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from './text.ts';

const differ = (edition: string[], received: string, omitted: string[] = []) =>
  checkText({
    file: 'a.md',
    fragments: edition.map((text, index) => ({ id: String(index), text })),
    letter: { source: { unread: [], omitted: omitted.map((text) => ({ text, reason: '页码' })) } },
    received: { file: 'a.txt', asides: [], traces: [], text: received },
    lineOf: (location) => ('fragment' in location ? 10 + Number(location.fragment) : 1),
  });

test('white space alone is no difference, full-width space included', () =>
  assert.deepEqual(differ(['甲 乙', '丙'], ' 甲\n　乙　\n\n丙\n'), []));

test('a declared line is left out, once for each declaration', () => {
  assert.deepEqual(differ(['甲', '乙'], '甲\n- 1 -\n乙\n- 1 -\n', ['- 1 -', '- 1 -']), []);
  assert.equal(differ(['甲', '乙'], '甲\n- 1 -\n乙\n- 1 -\n', ['- 1 -']).length, 1);
});

test("a page's number and a title's label may be left out of a line, other words may not", () => {
  const received = '标题：甲的答复\n乙乙- 3 -丙丙\n';
  assert.deepEqual(differ(['甲的答复', '乙乙丙丙'], received, ['标题：', '- 3 -']), []);
  assert.notDeepEqual(differ(['甲的答复', '乙丙丙'], received, ['标题：', '乙', '- 3 -']), []);
  assert.notDeepEqual(differ(['甲的答复', '乙乙丙丙'], received, ['- 3 -', '标题：']), []);
});

test('a difference shows both readings and both places', () => {
  const [problem] = differ(['甲乙', '丙丁戊'], '甲乙\n丙天戊\n');
  assert.ok(problem && 'fragment' in problem);
  assert.equal(problem.fragment, '1');
  assert.match(problem?.message ?? '', /第 4 字/);
  assert.match(problem?.message ?? '', /a\.txt:2 {2}“甲乙丙【天】戊”/);
  assert.match(problem?.message ?? '', /a\.md:11 {2}“甲乙丙【丁】戊”/);
});

test('every single change of a character is found', () => {
  const text = '一、修桥。2044.06亿元';
  for (let index = 0; index < text.length; index++) {
    const changed = `${text.slice(0, index)}异${text.slice(index + 1)}`;
    const lost = text.slice(0, index) + text.slice(index + 1);
    const doubled = text.slice(0, index + 1) + text.slice(index);
    for (const edition of [changed, lost, doubled])
      assert.equal(differ([edition], text).length, 1, edition);
  }
});
