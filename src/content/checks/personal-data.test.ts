import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, RECEIVED, SAMPLE } from '../../../tests/support/sample.ts';

/** Invented data of each kind, in several forms. */
const PLANTS: [words: string, kind: string][] = [
  ['身份证号33022219600101001X', '身份证号'],
  ['手机13800138000', '手机号'],
  ['１３８００１３８０００', '手机号'],
  ['138-0013-8000', '手机号'],
  ['银行卡6222020200112233446', '银行卡号'],
  ['护照号码E12345678', '护照号'],
  ['邮箱zhangsan@qq.com', '电子邮箱'],
  ['王五住甲村12号', '住址'],
  ['浙B12345', '车牌号'],
];

const LOOK_ALIKES = [
  ...['电话0574-63813127', '热线400-123-4567', '热线12345', '慈政办发〔2019〕37号'],
  ...['信用代码91330282MA2GR1AB1C', '项目代码2018-330282-48-03-012345-000'],
  ...['投资13800138000元', '长度1380.5米', '2018年6月25日', '住建局〔2019〕37号'],
];

/** The places of words: in the letter and its received file, or in the edition alone. */
const LETTER_PLACES: [at: string, from: string][] = [
  ['title', '对市十七届人大三次会议第9号建议的答复'],
  ['paragraph', '建议》收悉'],
  ['heading', '已经做的'],
  ['cell', '30米'],
  ['sub-heading', '（一）东门'],
  ['closing', '感谢您的关注'],
  ['copies', '市政府办公室'],
  ['contact', '联系电话：63810000'],
  ['omitted line', '- 1 -'],
];
const EDITION_PLACES: [at: string, from: string][] = [
  ['note', '桥名照录'],
  ['note of the contact', '电话可能已变更'],
  ['keywords', 'keywords: [桥梁'],
  ['correction', '录入时抄错'],
  ['figures', '桥的长度'],
];
const CORRECTED = SAMPLE.replace(
  'source:\n',
  'corrections: [{date: 2026-12-01 10:00, what: 改正一字, why: 录入时抄错}]\nsource:\n',
);

const FIGURES =
  'figures: [{p: t1, what: 桥的长度, value: "30", unit: 米, quote: 30米}]\nothers: []\n';

/** The questions about a letter in which the words follow those at a place. */
function questions(words: string, from: string, isPrinted: boolean): string {
  const plant = (text: string) => text.replaceAll(from, `${from}：${words}`);
  assert.ok((CORRECTED + FIGURES).includes(from), from);
  const { diagnostics } = parse(
    plant(CORRECTED),
    isPrinted ? plant(RECEIVED) : RECEIVED,
    'rd17-3/9',
    Buffer.from(plant(FIGURES)),
  );
  return diagnostics
    .map(({ message }) => message)
    .filter((message) => message.includes('像是个人信息'))
    .join('\n');
}
const PLACES = [
  ...LETTER_PLACES.map(([at, from]) => ({ at, from, isPrinted: true })),
  ...EDITION_PLACES.map(([at, from]) => ({ at, from, isPrinted: false })),
];

test('personal data of every kind is asked about wherever it stands', () => {
  assert.ok(PLACES.length * PLANTS.length > 60);
  for (const { at, from, isPrinted } of PLACES)
    for (const [words, kind] of PLANTS)
      assert.match(questions(words, from, isPrinted), new RegExp(`（${kind}）`), `${at} ${words}`);
});

test('what only looks like personal data is asked about nowhere', () => {
  assert.ok(PLACES.length * LOOK_ALIKES.length > 40);
  for (const { at, from, isPrinted } of PLACES)
    for (const words of LOOK_ALIKES)
      assert.equal(questions(words, from, isPrinted), '', `${at} ${words}`);
});
