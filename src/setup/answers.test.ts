import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QUESTIONS, readAnswer } from './answers.ts';

const read = (field: string, line: string) =>
  readAnswer(
    QUESTIONS.find((question) => question.field === field)!,
    line,
  );

test('a place is read with the areas that contain it, however many', () => {
  const county = { city: '慈溪市', prefecture: '宁波市', province: '浙江省', areaCode: '0574' };
  assert.deepEqual(read('place', ' 浙江省　宁波市 慈溪市 0574 '), county);
  const district = { city: '浦东新区', province: '上海市', areaCode: '021' };
  assert.deepEqual(read('place', '上海市 浦东新区 021'), district);
  assert.deepEqual(read('place', '浙江省 0571'), { city: '浙江省', areaCode: '0571' });
});

test('an answer is one line, with single spaces', () => {
  assert.equal(read('name', ' 某某市\n 答复　公开\t'), '某某市 答复 公开');
  assert.equal(read('contact', '电话  1'), '电话 1');
});

test('publisher and bureaus are read as a person writes them', () => {
  assert.deepEqual(read('publisher', '某某 志愿者 其他'), { name: '某某 志愿者', kind: '其他' });
  const bureaus = [
    { id: 'jxj', name: '甲市经信局' },
    { id: 'jyj', name: '甲市教育局' },
  ];
  for (const line of ['jxj 甲市经信局，jyj 甲市教育局', 'jxj 甲市经信局、 jyj  甲市教育局 '])
    assert.deepEqual(read('bureaus', line), bureaus);
  assert.deepEqual(read('bureaus', ' '), []);
});

const WRONG: [field: string, line: string, words: RegExp][] = [
  ['name', ' ', /网站名称.*空的.*--name/],
  ['place', '浙江省 宁波市 慈溪市', /areaCode/],
  ['place', '浙江 宁波 慈溪 0574', /city 不是全称/],
  ['place', '中国 浙江省 宁波市 慈溪市 0574', /--place/],
  ['publisher', '某某局', /--publisher "某某市某某局 机关"/],
  ['publisher', '某某局 单位', /--publisher/],
  ['contact', '', /contact 是空的/],
  ['bureaus', '某某局', /--bureaus/],
  ['bureaus', '经信 某某局', /--bureaus/],
  ['bureaus', 'JXJ 某某局', /--bureaus/],
  ['bureaus', 'jxj 甲局，jxj 乙局', /id 或 name 相同/],
];

test('an answer that does not fit is refused with an example', () => {
  for (const [field, line, words] of WRONG)
    assert.throws(() => read(field, line), { message: words }, `${field} ${line}`);
});
