import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftFigures } from './draft.ts';
import { findNumbers } from './find-numbers.ts';
import { checkFigures } from '../content/checks/figures.ts';

for (const [words, value, unit] of [
  ['共有企业2万余家', '2万余', '家'],
  ['建筑面积23万平方米', '23', '万平方米'],
  ['整治4000家以上', '4000', '家以上'],
  ['集聚企业近700家', '近700', '家'],
  ['附近700家', '700', '家'],
  ['最近3年', '3', '年'],
  ['总规模超10亿元', '超10', '亿元'],
  ['投入1,234.5万元', '1,234.5', '万元'],
  ['每班30—45人', '30—45', '人'],
  ['提高3.2个百分点', '3.2', '个百分点'],
  ['容积率达到3.2', '3.2', ''],
  ['装机50MW', '50', 'MW'],
  ['服务12.5万人次', '12.5', '万人次'],
  ['师生比1:13', '1:13', ''],
  ['历时3个多月', '3', '个'],
] as const)
  test(`a statistic: ${words}`, () => {
    const { statistics, others } = findNumbers(words);
    assert.deepEqual(
      statistics.map((one) => [one.value, one.unit]),
      [[value, unit]],
    );
    assert.deepEqual(others, []);
  });

for (const [words, number, reason] of [
  ['第273号建议', '第273号', '编号'],
  ['第12、13号提案', '第12、13号', '编号'],
  ['（慈政办发〔2019〕37号）', '〔2019〕37号', '文号'],
  ['2019年，', '2019年', '年份'],
  ['2018年12月底', '2018年12月底', '年月'],
  ['2019—2021年）', '2019—2021年', '年份'],
  ['2022、2023年', '2022、2023年', '年份'],
  ['截至2024年5月6日', '2024年5月6日', '日期'],
  ['今年1—6月', '1—6月', '月份'],
  ['20世纪90年代', '20世纪90年代', '年代'],
  ['1.建设', '1.', '序号'],
  ['（2）建设', '（2）', '序号'],
  ['第3批', '第3', '序号'],
  ['拨打“12345”热线', '12345', '名称'],
  ['推广5G应用', '5G', '名称'],
  ['沿G329国道', 'G329', '名称'],
  ['电话0574-63810000', '0574-63810000', '电话'],
  ['见https://example.org/2024/5/a_1.html。', 'https://example.org/2024/5/a_1.html', '网址'],
] as const)
  test(`no statistic: ${words}`, () => {
    const { statistics, others } = findNumbers(words);
    assert.deepEqual(statistics, []);
    assert.deepEqual(
      others.map((one) => [one.words, one.reason]),
      [[number, reason]],
    );
  });

test('each number of a letter is in one entry, however often its words recur', () => {
  const body = [
    {
      id: 'p1',
      text: '您在2023年提出的第12号建议收悉。2023年新增10个，2024年新增10个，10个已建成10个。',
    },
    { id: 't1', text: '乡镇\t2023年\t2024年\n1\t10个\t10个\n2\t10个\t20个' },
  ];
  const { figures, others } = draftFigures(body, { number: 12, body: '政协' });
  assert.equal(figures.length, 8);
  assert.deepEqual(
    others.flatMap(({ quote, reason }) => (reason === '提案编号' ? quote : [])),
    ['第12号'],
  );
  const filled = figures.map((one) => ({ ...one, what: '点位' }));
  assert.deepEqual(checkFigures({ figures: filled, others, pictures: [] }, body), []);
});
