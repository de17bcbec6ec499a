import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { splitNumbers } from './numbers-with-units.ts';

const figuresOf = (text: string) =>
  splitNumbers(text)
    .filter(({ isNumber }) => isNumber)
    .map((run) => run.text);

test('a figure keeps its prefix and unit', () => {
  const text =
    '贷款2044.06亿元，增9.14%，第273号，〔2019〕37号，占地1528.5亩、77.9万平方米，1700多家，2931家次，2万余家';
  const expected =
    '2044.06亿元 9.14% 第273号 〔2019〕37号 1528.5亩 77.9万平方米 1700多家 2931家次 2万余家'.split(
      ' ',
    );
  assert.deepEqual(figuresOf(text), expected);
  assert.deepEqual(figuresOf('截至2018年12月底，2018年底，（2019—2021年），2018年6月25日'), [
    '2018年',
    '12月底',
    '2018年底',
    '2019—2021年',
    '2018年',
    '6月25日',
  ]);
  assert.deepEqual(figuresOf('陆远舟等10位代表，新建80座、12万立方米，查处210辆次，全长3.8公里'), [
    '10位',
    '80座',
    '12万立方米',
    '210辆次',
    '3.8公里',
  ]);
});

test('digits as wide as characters are figures too', () =>
  assert.deepEqual(
    figuresOf('电话８２３４５６７８，客运量１．２万人次，２０２６年６月１８日，增５％'),
    ['８２３４５６７８', '１．２万人次', '２０２６年', '６月１８日', '５％'],
  ));

test('not one character is added or lost', () => {
  const text = readFileSync('content/rd17-3/273.txt', 'utf8');
  const joined = splitNumbers(text)
    .map((run) => run.text)
    .join('');
  assert.equal(joined, text);
});
