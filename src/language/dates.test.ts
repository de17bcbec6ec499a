import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEdtf, isMoment, parsePrintedDate } from './dates.ts';
import { fromChinese, toChinese } from './numerals.ts';

test('a printed date is read in Arabic, full-width and Chinese figures', () => {
  for (const text of [
    '2018年6月25日',
    '２０１８年６月２５日',
    '二〇一八年六月二十五日',
    '二○一八年 六月二十五日',
    '二零一八年零六月二十五日',
  ])
    assert.deepEqual(parsePrintedDate(text), [2018, 6, 25], text);
  for (const text of ['2018-06-25', '2018.6.25', '2018/6/25'])
    assert.deepEqual(parsePrintedDate(text), [2018, 6, 25], text);
  assert.deepEqual(parsePrintedDate('二0一八年六月'), [2018, 6]);
  for (const text of ['2018年', '2018.6/25', '某年某月某日', ''])
    assert.equal(parsePrintedDate(text), undefined, text);
});

test('EDTF keeps its doubt, and refuses what is no single day of the calendar', () => {
  assert.deepEqual(parseEdtf('2018-06-25?'), { parts: [2018, 6, 25], doubtful: true });
  for (const text of ['2018?-06-25', '2018-~06-25', '2018-06%-25', '?2018-06-?25~'])
    assert.deepEqual(parseEdtf(text), { parts: [2018, 6, 25], doubtful: true }, text);
  assert.deepEqual(parseEdtf('2018-06'), { parts: [2018, 6], doubtful: false });
  for (const text of [
    '2018-02-30',
    '2019-02-29',
    '2018-6-25',
    '2018/2019',
    '2018-XX',
    '2018-21',
    '201X-06-25',
    '2018-06-25T10:00:00',
    '2018-06-25??',
    ' 2018-06-25',
    '-2018-06-25',
    '',
  ])
    assert.equal(parseEdtf(text), undefined, text);
});

test('a moment is a day and a time', () => {
  assert.ok(isMoment('2026-11-23 09:00'));
  for (const text of ['2026-11-23', '2026-11-31 09:00', '2026-11-23 24:00', '2026-11-23T09:00'])
    assert.ok(!isMoment(text), text);
});

test('Chinese numerals go both ways', () => {
  for (let value = 1; value < 100; value++) assert.equal(fromChinese(toChinese(value)), value);
  assert.deepEqual([1, 10, 17, 20, 35].map(toChinese), ['一', '十', '十七', '二十', '三十五']);
  assert.ok(Number.isNaN(fromChinese('甲')));
});
