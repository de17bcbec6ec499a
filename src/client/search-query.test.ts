import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phrasings, readNumberQuery } from './search-query.ts';

for (const query of '273,０２７３,第273号,第 273 号,№273,No.273,NO 273,#273,273-2,第273-2号'.split(
  ',',
))
  test(`${query} asks for a number`, () =>
    assert.deepEqual(readNumberQuery(query), { number: '273', key: '', words: '第273号' }));

for (const [query, key, words] of [
  ['建议273', 'rd', '第273号建议'],
  ['第273号建议的答复', 'rd', '第273号建议'],
  ['273号提案', 'zx', '第273号提案'],
  ['rd17-3/273', 'rd17-3/', ''],
  ['https://replies.example.cn/a/zx10-2/273-2/#p4', 'zx10-2/', ''],
] as const)
  test(`${query} asks for a number and ${key}`, () =>
    assert.deepEqual(readNumberQuery(query), { number: '273', key, words }));

for (const query of ['2044.06', '27%', '273家', '12345678', '第273号文件', '-1', 'No', '建议', ''])
  test(`“${query}” asks for no number`, () => assert.equal(readNumberQuery(query), undefined));

for (const [query, ways] of [
  ['20 万元', ['20万元', '20 万元']],
  ['补助 20 万元', ['补助20万元', '补助 20 万元']],
  ['柳青禾 电梯', ['柳青禾 电梯']],
  ['2024-07-18', ['2024-07-18', '2024年7月18日']],
  ['2018.6.25', ['2018.6.25', '2018年6月25日']],
  ['1-2-3', ['1-2-3']],
] as const)
  test(`how letters may write ${query}`, () => assert.deepEqual(phrasings(query), ways));
