import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from '../rows.ts';
import { findContinuedRule, findEndRule, findHeadRule } from './part-rules.ts';

const readLines = (...lines: string[]) =>
  readRows({
    encoding: undefined,
    lines: lines.map((text) => ({ text })),
    lost: [],
    differences: [],
    asides: [],
    traces: [],
  });

for (const [line, becomes] of [
  ['——————', '分隔线'],
  ['云建〔2031〕5号', 'doc'],
  ['云溪市人民政府文件', '红头'],
  ['云溪市水利局', '标题上方的单位名称'],
  ['2031年5月6日', '网站的著录信息'],
  ['某某', undefined],
] as const)
  test(`above the body, ${line} is ${becomes ?? 'unknown'}`, () => {
    const { part, omitted } = findHeadRule(readLines(line)[0]!, [])?.becomes ?? {};
    assert.equal(part ?? omitted, becomes);
  });

for (const [line, becomes] of [
  ['抄 送：市人大代表工委，市政府办公室。', 'cc'],
  ['联系电话：63810000', 'contact'],
  ['附件1：清单', 'attachments'],
  ['办理类别：Ｂ类', 'category'],
  ['办理结果：已经解决', 'remarks'],
  ['（此件公开发布）', 'remarks'],
  ['信息公开选项：主动公开', 'remarks'],
  ['答复方式：面商', 'remarks'],
  ['主办：云溪市水利局', 'remarks'],
  ['委员意见：满意', 'remarks'],
  ['拟稿人：王五', 'remarks'],
  ['联络员：王五', 'contact'],
  ['分管负责人：王五', 'contact'],
  ['电子信箱：a@b.cn', 'contact'],
  ['传真63810001', 'contact'],
  ['传真电报', undefined],
  ['附表：清单', 'attachments'],
  ['（共印25份）', '主题词和印制信息'],
  ['【打印】【关闭】', '网页上的文字'],
  ['二○三一年五月六日', 'date'],
  ['水 利 局', 'sign'],
  ['云溪市水利局  2031年5月6日', 'sign'],
  ['我市现有水库九座。', undefined],
] as const)
  test(`at the end, ${line} is ${becomes ?? 'the body'}`, () => {
    const { part, omitted } = findEndRule(line)?.becomes ?? {};
    assert.equal(part ?? omitted, becomes);
  });

test('a second document number is omitted', () => {
  const [first, second] = readLines('云建〔2031〕5号', '云建〔2031〕5号');
  const rule = findHeadRule(second!, [{ ...first!, part: 'doc' }]);
  assert.deepEqual(rule?.becomes, { omitted: '重复的文号' });
});

test('copies and attachments continue until a sentence ends', () => {
  const part = (...lines: string[]) =>
    findContinuedRule(readLines(...lines), lines.length - 1)?.becomes.part;
  assert.equal(part('抄送：市政府办公室，', '市人大代表工委。'), 'cc');
  assert.equal(part('抄送：市政府办公室。', '张三、李四'), undefined);
  assert.equal(part('附件：1.清单', '2.地图'), 'attachments');
  assert.equal(part('附件：1.清单', '2.名单（含各县区', '及经开区）'), 'attachments');
  assert.equal(part('附件：1.清单', '路灯一览表'), undefined);
});
