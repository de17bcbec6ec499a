import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import fc from 'fast-check';
import { splitUtterances } from './utterances.ts';
import { letters } from '../../tests/support/letters.ts';
import { letterText } from '../letter/text.ts';

const clause = (length: number) => '甲乙丙丁戊己庚辛壬癸'.repeat(length).slice(0, length);

for (const [what, text, utterances] of [
  ['after each sentence', '甲。乙！丙；丁', ['甲。', '乙！', '丙；', '丁']],
  ['after the marks that close a sentence', '他说：“好。”乙。', ['他说：“好。”', '乙。']],
  ['not within a short name in brackets', '《怎么办？》一文（何时；何地）。', null],
  [
    'after the last comma within sixty characters',
    `${clause(30)}，${clause(20)}，${clause(20)}。`,
    [`${clause(30)}，${clause(20)}，`, `${clause(20)}。`],
  ],
  [
    'after 、 where there is no comma',
    `${clause(30)}、${clause(40)}。`,
    [`${clause(30)}、`, `${clause(40)}。`],
  ],
  [
    'before a name in brackets',
    `${clause(50)}《关于修桥的若干意见、办法》。`,
    [clause(50), '《关于修桥的若干意见、办法》。'],
  ],
  ['before a number with its unit', `${clause(55)}12044.06亿元`, [clause(55), '12044.06亿元']],
  ['before a number in Chinese', `${clause(55)}二〇二一二〇二二`, [clause(55), '二〇二一二〇二二']],
  ['before a telephone number', `${clause(54)}0574-63810000`, [clause(54), '0574-63810000']],
  ['between words', `${'中国'.repeat(29)}的银行贷款`, [`${'中国'.repeat(29)}的`, '银行贷款']],
] as const)
  test(`an utterance ends ${what}`, () =>
    assert.deepEqual(splitUtterances(text), utterances ?? [text]));

const isLong = (text: string) => text.length > 60;

test('utterances join to the text, none is longer than sixty characters or divides a character', () => {
  const word = fc.constantFrom(
    ...'。；，、！？：“”《》（）,. 甲乙',
    '𠮷',
    '2044.06亿元',
    '第273号',
    'https://example.gov.cn/a',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 300 }), (words) => {
      const text = words.join('');
      const utterances = splitUtterances(text);
      assert.equal(utterances.join(''), text);
      assert.ok(!utterances.some(isLong));
      assert.ok(utterances.every((utterance) => !/^[\udc00-\udfff]/.test(utterance)));
    }),
    { numRuns: 200 },
  );
});

test('no utterance of the published letters divides a number or a name', () => {
  const texts = letters.flatMap((letter) => letterText(letter).map(({ text }) => text));
  assert.ok(texts.some(isLong));
  for (const text of texts)
    for (const utterance of splitUtterances(text)) {
      assert.ok(!isLong(utterance), utterance);
      assert.doesNotMatch(utterance, /^[，。、》）”]|[《（“]$|《[^》]*$/);
    }
});

test('a browser without a segmenter cuts too', () => {
  mock.property(Intl, 'Segmenter', undefined as never);
  const text = clause(150);
  assert.deepEqual(
    splitUtterances(text).map(({ length }) => length),
    [60, 60, 30],
  );
  mock.restoreAll();
});
