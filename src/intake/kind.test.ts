import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW } from '../../tests/support/received.ts';
import { Unreadable } from '../received/unreadable.ts';
import { addLetter } from './add.ts';
import type { Publisher } from './kind.ts';

const add = (...lines: string[]) =>
  addLetter('答复.txt', new TextEncoder().encode(lines.join('\n')), {}, NOW);
const TITLE = '关于市八届人大二次会议第12号建议的答复';
const OPENING = '您提出的《关于建卫生室的建议》收悉，现答复如下：';
const BODY = '全市现有卫生室128个，今年新增30个。';
const SIGNED = ['清江市卫生健康局', '2024年5月6日'];

for (const [what, lines, question] of [
  [
    'a reply to another bureau',
    [TITLE, '市财政局：', '你局转来的建议收悉，我局意见如下：', BODY, ...SIGNED],
    /写给另一个单位/,
  ],
  [
    'the advice of a second bureau',
    ['对第12号提案的会办意见', '市教育局、市人社局：', OPENING, BODY, ...SIGNED],
    /写给另一个单位/,
  ],
  [
    'a reply of a court',
    [TITLE, '王甲代表：', OPENING, BODY, '清江市人民法院', '2024年5月6日'],
    /不是政府部门/,
  ],
  [
    'the form of a proposal',
    [
      '市八届人大二次会议第12号建议',
      '领衔代表：王甲',
      '案由：建卫生室',
      BODY,
      '请办理并答复代表。',
    ],
    /建议、提案的原文/,
  ],
  [
    'the text of a proposal',
    ['关于建卫生室的提案', '政协八届二次会议第12号', BODY, '请您单位办理并答复。', '王甲委员'],
    /建议、提案的原文/,
  ],
  [
    'the text of a proposal with no word of a reply',
    ['关于加装电梯的建议', '领衔代表：王甲', '附议代表：李乙', '老楼需要电梯。', '2024年5月6日'],
    /建议、提案的原文/,
  ],
] as const)
  test(`asked about first: ${what}`, async () => {
    const { questions } = await add(...lines);
    assert.match(
      questions.flatMap(({ what, blocking }) => (blocking ? what : [])).join('\n'),
      question,
    );
  });

for (const [what, ...lines] of [
  ['a reply to a union of persons', TITLE, '民建清江市委会：', OPENING, BODY, ...SIGNED],
  ['a reply to a delegation', TITLE, '东乡代表团：', OPENING, BODY, ...SIGNED],
  ['a reply of a union', TITLE, '王甲代表：', OPENING, BODY, '清江市残疾人联合会', '2024年5月6日'],
] as const)
  test(`not asked about: ${what}`, async () => {
    assert.equal((await add(...lines)).draft, false);
  });

for (const sentence of [
  '现将村卫生室建设情况汇报如下：',
  '村卫生室的有关情况说明如下：',
  '来信收到。村卫生室的建设情况是：',
])
  test(`a letter that only reports is a letter: ${sentence}`, async () => {
    const title = '关于村卫生室建设情况的报告';
    const { found } = await add(title, '赵丙、王甲委员：', sentence, BODY, ...SIGNED);
    assert.deepEqual(found.parts.title, [title]);
    assert.deepEqual(found.parts.to, ['赵丙、王甲委员：']);
    for (const other of ['各位代表：', '市人大财经委员会：', '王甲：'])
      await assert.rejects(add(title, other, sentence, BODY, ...SIGNED), Unreadable);
  });

const site: Publisher = {
  place: { city: '清江市', prefecture: '云州市', province: '江南省', areaCode: '0570' },
  publisher: { name: '清江市人民政府', kind: '机关' },
  bureaus: [{ id: 'a', name: '青田县水利局' }],
};
/** The questions about the place of a bureau that signs a letter for a site: whether each blocks. */
const askedFor = async (publisher: Publisher, bureau: string) => {
  const lines = [TITLE, '王甲代表：', OPENING, BODY, bureau, '2024年5月6日'];
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const { questions } = await addLetter('答复.txt', bytes, { publisher }, NOW);
  return questions.flatMap(({ what, blocking }) =>
    what.includes('别处的单位') ? (blocking ?? false) : [],
  );
};
for (const [bureau, ofCounty, ofPrefecture] of [
  ['余姚市卫生健康局', [true], [true]],
  ['海曙区教育局', [true], []],
  ['民革余姚市委会', [true], [true]],
  ['云州市生态环境局清江分局', [], [true]],
  ['清江市卫生健康局', [], []],
  ['清江经济开发区管理委员会', [], []],
  ['前湾新区管理委员会', [], []],
  ['江南省交通运输厅', [], []],
  ['国家税务总局清江市税务局', [], []],
  ['市城市管理局', [], []],
  ['青田县水利局', [], []],
] as const)
  test(`a reply of ${bureau} is asked about as that of another place: ${ofCounty.length > 0}`, async () => {
    const { prefecture: _, ...place } = site.place;
    assert.deepEqual(await askedFor(site, bureau), ofCounty);
    assert.deepEqual(await askedFor({ ...site, place }, bureau), ofPrefecture);
  });

test('a site without a publisher only tells of another place', async () => {
  const { publisher: _, ...trial } = site;
  assert.deepEqual(await askedFor(trial, '余姚市卫生健康局'), [false]);
});
