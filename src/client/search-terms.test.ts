import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptAround, findPhrase, partsOf, queryTerms } from './search-terms.ts';

/** Returns true if a text contains a query, as the search understands it. */
const contains = (text: string, query: string) => findPhrase(text, queryTerms(query)).length > 0;

for (const [query, text] of [
  ['2044.06', '余额２０４４．０６亿元'],
  ['1286', '电梯1,286台'],
  ['1，286', '电梯1286台'],
  ['CO2', '减少CO₂排放'],
  ['m2', '共30m²'],
  ['a+b', '采用A+B模式'],
  ['云建发[2024]12号', '（云建发〔2024〕12号）'],
  ['“转贷”', '转贷资金'],
  ['40％', '不超过40%'],
  ['①', '①安装'],
  ['𠮷', '𠮷野'],
] as const)
  test(`${query} is in ${text}`, () => assert.ok(contains(text, query)));

for (const [query, text] of [
  ['2044', '余额2044.06亿元'],
  ['2044.0', '余额2044.06亿元'],
  ['286', '电梯1,286台'],
  ['4%', '不超过40%'],
  ['102', '面积10²'],
  ['1', '①安装'],
  ['①', '1安装'],
  ['script', 'scripts'],
  ['甲乙', '甲。乙'],
] as const)
  test(`${query} is not in ${text}`, () => assert.ok(!contains(text, query)));

for (const [query, parts] of [
  ['电影院', ['电影', '影院']],
  ['上限99.9%', ['上限']],
  ['建议273', ['建议', '议273']],
  ['<script>alert(1)</script>', ['script', 'alert', 'alert(1', '1)</script']],
  ['电梯电梯电', ['电梯', '梯电']],
  ['2044.07', []],
  ['甲，乙', []],
] as const)
  test(`the parts of ${query}`, () => {
    const found = partsOf(query).flat();
    for (const part of parts) assert.ok(found.includes(part), found.join(' '));
    if (parts.length === 0) assert.deepEqual(found, []);
    assert.equal(new Set(found).size, found.length);
    assert.ok(!found.some((part) => /^[\d.%<]+$|99\.9$/.test(part)), found.join(' '));
  });

test('an excerpt cuts no number or character, and begins with no stop', () => {
  for (const [text, shown] of [
    ['开工2020年，停车场在2044.06亩', '2020年，停车场在2044.06'],
    ['村和企，把现有停车场建成', '把现有停车场建成'],
    ['停车场，已有', '停车场，已有'],
    ['看𬭎甲乙丙停车丁戊己𬭎完', '𬭎甲乙丙停车丁戊己𬭎'],
  ] as const) {
    const at = text.indexOf('停车');
    assert.equal(text.slice(...excerptAround(text, [at, at + 2], 4)), shown);
  }
});
