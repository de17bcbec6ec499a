import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MISTAKES } from '../../tests/support/mistakes.ts';
import { parse, RECEIVED, SAMPLE } from '../../tests/support/sample.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

/** Every problem names file and line and states what to do. */
function refused(...input: Parameters<typeof parse>) {
  const { letter, diagnostics } = parse(...input);
  assert.equal(letter, undefined);
  assert.ok(diagnostics.length > 0);
  const lines = String(input[0] ?? '').split('\n').length;
  for (const { file, line, message, help } of diagnostics) {
    assert.match(file, /^content\/rd17-3\/9\.(md|txt)$/);
    assert.ok(line >= 1 && line <= Math.max(lines, 1), `${line}: ${message}`);
    assert.match(message, /\p{Script=Han}/u);
    assert.match(help, /\p{Script=Han}/u);
  }
  return diagnostics.map(({ message, help }) => `${message}\n${help}`).join('\n');
}

for (const [what, from, to, message] of MISTAKES)
  test(`refused: ${what}`, () => {
    const markdown = SAMPLE.replace(from, () => to);
    assert.notEqual(markdown, SAMPLE, 'the edit must change the sample');
    assert.match(refused(markdown), message);
  });

test('refused: an empty file', () => assert.match(refused(''), /开头没有成对的 ---/));
test('refused: facts that the file name repeats but the letter does not say', () => {
  const other = (from: string, to: string, key: string) =>
    parse(SAMPLE.replace(from, to), RECEIVED, key)
      .diagnostics.map(({ message }) => message)
      .join('\n');
  assert.match(other('congress: 17', 'congress: 16', 'rd16-3/9'), /没有“十六届人大三次会议”/);
  assert.match(other('number: 9', 'number: 8', 'rd17-3/8'), /没有“第8号”/);
  assert.match(other('body: 人大', 'body: 政协', 'zx17-3/9'), /没有“政协十七届三次会议”/);
});
test('refused: no received file', () => assert.match(refused(SAMPLE, null), /没有收到的原文/));
test('refused: GB18030', () => assert.match(refused(bytes(0xb6, 0xd4, 0xca, 0xd0)), /不是 UTF-8/));
test('refused: UTF-16', () => assert.match(refused(bytes(0xff, 0xfe, 0xf9, 0x5b)), /不是 UTF-8/));

test('all problems of facts and body are listed at once, each on its line', () => {
  const markdown = SAMPLE.replace('## 二、', '# 二、')
    .replace('lead: 张三', 'leed: 张三')
    .replace('edtf: 2019-05-06', 'edtf: x');
  const { diagnostics } = parse(markdown);
  const places = diagnostics.map(({ line, message }) => `${line} ${message}`);
  assert.ok(
    places.some((place) => /^9 .*leed/.test(place)),
    places.join('\n'),
  );
  assert.ok(
    places.some((place) => /^18 .*EDTF/.test(place)),
    places.join('\n'),
  );
  assert.ok(
    places.some((place) => /缺少“领衔代表”/.test(place)),
    places.join('\n'),
  );
  assert.ok(
    places.some((place) => /级别不对/.test(place)),
    places.join('\n'),
  );
});

test('an unclosed mark of the original stands where a sic note says so', () => {
  const markdown = SAMPLE.replace('西门桥开工。', '西门“桥开工[^sic1]。') + '[^sic1]: 原文如此。\n';
  assert.deepEqual(parse(markdown, RECEIVED.replace('西门桥', '西门“桥')).diagnostics, []);
});
