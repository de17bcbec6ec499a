import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW } from '../../tests/support/received.ts';
import { Unreadable } from '../received/unreadable.ts';
import { addLetter } from './add.ts';

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
