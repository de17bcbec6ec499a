import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findPersonalData } from './personal-data.ts';

/** Invented data, with the kinds that must be found in each text. */
const FOUND: [text: string, ...kinds: string[]][] = [
  ['身份证号33022219600101001X，住甲村12号，手机13800138000', '身份证号', '住址', '手机号'],
  ['银行账号为6222020200112233446', '银行卡号'],
  ['联系电话：13900139000', '手机号'],
  ['邮箱：zhangsan@qq.com', '电子邮箱'],
  ['１３８００１３８０００', '手机号'],
  ['手机：138 0013 8000', '手机号'],
  ['138-0013-8000', '手机号'],
  ['138—0013—8000', '手机号'],
  ['+86 13800138000', '手机号'],
  ['1 3 8 0 0 1 3 8 0 0 0', '手机号'],
  ['138 001 38000', '手机号'],
  ['1380-013-8000', '手机号'],
  ['电话（手机）：13800138000。', '手机号'],
  ['王某某13800138000', '手机号'],
  ['电话：0574-63813127、13800138000', '手机号'],
  ['护照号码：E12345678', '护照号'],
  ['护照EA1234567', '护照号'],
  ['持E12345678入境', '护照号'],
  ['浙B12345', '车牌号'],
  ['浙B·D12345', '车牌号'],
  ['浙BF12345', '车牌号'],
  ['车牌号浙A88888', '车牌号'],
  ['家庭住址：慈溪市浒山街道某某路12号3室', '住址'],
  ['张三，住三北镇李家村5组', '住址'],
  ['李四住长河镇大云村12号', '住址'],
  ['现住某某小区3幢502室', '住址'],
  ['户籍地址：甲县乙镇丙村3组8号', '住址'],
  ['村民王五住甲村3组', '住址'],
  ['6222 0202 0011 2233 446', '银行卡号'],
  ['33022219600101001x', '身份证号'],
  ['身份证：３３０２２２１９６００１０１００１Ｘ', '身份证号'],
  ['330222 19600101 001X', '身份证号'],
  ['zhang.san@163.com', '电子邮箱'],
  ['zhangsan＠qq．com', '电子邮箱'],
];

const NONE =
  `联系电话：0574-63813127|电话63813127|400-123-4567|服务热线12345|慈政办发〔2019〕37号|统一社会信用代码：91330282MA2GR1AB1C|项目代码：2018-330282-48-03-012345-000|投资13800138000元
2018年6月25日|共1528.5亩|长度1380.5米|面积138001.38平方米|安置户入住3号楼|住房保障中心12号文件|住建局〔2019〕37号|bgs@cixi.gov.cn|info@example.com|第273号建议|电话：0574－63813127|编号13912345678|地址：慈溪市三北大街123号
公交101路|合同号：6222020200112233446|12315|邮编315300|入住率达到90%|居住区3号地块|常住人口12345户|总额6222.02亿元|订单号15912345678|GB11643-1999|国家标准GB/T 9704-2012|浙江B区12345号|住院部3号楼|住宅小区12号楼加装电梯
居民住宅5单元|省道S319线|G15高速|2019—2021年|0574-63813127转8001|银行账户：70010122000123456|企业入驻2号楼|居住在老旧小区的居民|身份证号330222196001010011|卡片编号6222020200112233446`.split(
    /[|\n]/,
  );

for (const [text, ...kinds] of FOUND)
  test(`found: ${text}`, () => {
    const found = findPersonalData(text);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      kinds,
    );
    for (const { index, words } of found) assert.ok(text.startsWith(words, index), words);
  });

test('what only looks like personal data is not asked about', () => {
  assert.ok(NONE.length >= 40);
  for (const text of NONE) assert.deepEqual(findPersonalData(text), [], text);
});

test('letter 273 holds an office number and nothing else', () =>
  assert.deepEqual(findPersonalData(readFileSync('content/rd17-3/273.txt', 'utf8')), []));
