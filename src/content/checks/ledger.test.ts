import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, RECEIVED, SAMPLE } from '../../../tests/support/sample.ts';
import { fingerprints } from '../../permalinks/fingerprints.ts';
import { letterText } from '../../letter/text.ts';

/** The sample with `words` as the text of its second measure, in both files. */
const edition = (words: string, corrections = ''): [string, string] => [
  SAMPLE.replace('西门桥开工。', words).replace(
    'source:\n',
    `${corrections && `corrections:\n${corrections}`}source:\n`,
  ),
  RECEIVED.replace('西门桥开工。', words),
];
/** Compares a later state of the sample with the published state. */
function later(published: string, words: string, corrections?: string) {
  const before = parse(...edition(published)).letter!;
  const kept = { file: 'content/addresses/rd17-3.txt', line: 2, entries: fingerprints(before) };
  const [markdown, received] = edition(words, corrections);
  const { letter, diagnostics } = parse(markdown, received, 'rd17-3/9', undefined, kept);
  const told = diagnostics
    .map(({ line, message, help }) => `${line} ${message} ${help}`)
    .join('\n');
  const ids = letter && letterText(letter).flatMap(({ id }) => (/^p\d/.test(id) ? id : []));
  return { told, ids: ids?.join(' ') };
}
const ONE = '西门桥开工。';
const TWO = '北门桥开工。\n\n西门桥开工。';
const entry = (day = '2026-12-01', more = '') =>
  `  - {date: ${day} 10:00, what: 照原件改正, why: 录入时抄错${more}}\n`;

test('a published letter that has not changed is as it was', () =>
  assert.deepEqual(later(ONE, ONE), { told: '', ids: 'p1 p2 p3 p4 p5 p6' }));

test('other words need a correction', () => {
  assert.match(later(ONE, '西门桥完工。').told, /^51 #p4.*没有写更正.*corrections/);
  assert.equal(later(ONE, '西门桥完工。', entry()).told, '');
});

test('a correction is dated, after the publication and after the one before', () => {
  const told = (corrections: string) => later(ONE, '西门桥完工。', corrections).told;
  assert.match(told(entry('昨天')), /不是日期和时间/);
  assert.match(told(entry('2026-10-01')), /早于本站公布/);
  assert.match(told(entry('2026-12-02') + entry()), /没有按时间先后/);
  assert.match(told('  - {date: 2026-12-01 10:00, what: 改}\n'), /缺少 why/);
  assert.equal(told(entry() + entry('2026-12-02')), '');
});

test('a paragraph that came in is p3a, and no other moves', () => {
  assert.match(later(ONE, TWO, entry()).told, /公布过的 #p4 的文字移到了 #p5.*added/);
  const added = entry('2026-12-01', ', added: [p3a]');
  assert.deepEqual(later(ONE, TWO, added), { told: '', ids: 'p1 p2 p3 p3a p4 p5 p6' });
  assert.match(
    later(ONE, '西门桥完工。', entry('2026-12-01', ', added: [p9a]')).told,
    /没有这一段/,
  );
});

test('a paragraph that went leaves its number empty', () => {
  assert.match(later(TWO, ONE, entry()).told, /公布过的 #p5 的文字移到了 #p4.*removed/);
  const removed = entry('2026-12-01', ', removed: [p4]');
  assert.deepEqual(later(TWO, ONE, removed), { told: '', ids: 'p1 p2 p3 p5 p6 p7' });
});

test('paragraphs drawn together are told', () =>
  assert.match(later('甲。\n\n乙。\n\n丙。', '甲。\n\n乙丙。', entry()).told, /移到了/));

test('a paragraph in the place of a removed one is p4a', () => {
  const replaced = entry('2026-12-01', ', removed: [p4], added: [p4a]');
  assert.deepEqual(later(ONE, '南门桥开工。', replaced), { told: '', ids: 'p1 p2 p3 p4a p5 p6' });
});
