import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findDisclosureMarks } from './marks.ts';

/** Lines that a person must decide about, and lines that look like them, by kind, with bars between them. */
const LINES: Record<string, { asks: string; none: string }> = {
  密级: {
    asks: `秘密★1年|机密|绝密★长期|秘\u3000密\u3000★\u30001\u3000年|特急机密|000123机密★5年|密级：秘密|机密★启用前|秘密慈教〔2020〕15号
      机密级|商业秘密|工作秘密|秘密文件，注意保存|涉密文件|［机密］|商密★3年|秘密※1年|（秘密）|保密期限：十年|★秘密|密 级：机 密
      秘密★至2030年12月31日|密级\t秘密|本件为秘密级|此件涉密|国家秘密|份号：000123 密级：秘密★1年 紧急程度：特急|絕密★十年|密级：A
      机密【3年】|特急　秘密|知悉范围：局机关`,
    none: `涉及国家秘密的部分依法不予公开。|做好保密教育|机密文件管理制度进一步健全|保密工作|秘密花园小区改造|特急|保守国家秘密是公民的义务。
      密级：无|密级：/|密级：一般|对商业秘密予以保护|国家秘密保护条例|保密期限：无|加强涉密人员管理|涉密项目除外。|市保密局|秘密侦查手段
      商业秘密和个人隐私|国家秘密及其密级的具体范围|密级：紧急程度：平急|知悉范围：全社会`,
  },
  内部: {
    asks: `内部资料，注意保存|【内部资料】|内部文件，不得外传|仅供内部参考|内部明电|请勿外传|限内部使用|内\u3000部|阅后收回|仅供领导参阅
      此件内部传阅|内部资料★注意保存|严禁外传|限发至县级|内部工作资料|内部讨论稿|内部征求意见稿|内部流转|内部流转，不予公开|仅限内部流转
      局内部资料 不得外传|本资料仅供内部使用|未经允许不得外传|只限内部传阅|传阅后退回|限本单位使用|（此件不登报）|内参|内部文件・请勿外传
      敏感信息|供领导决策参考|此件只发至市级机关`,
    none: `加强内部管理|我局内部职工食堂|内部控制建设|一、加强内部审计|内部道路改造|注意保存好票据。|小区内部停车|内部治安保卫条例
      企业内部使用的车辆较多。|推动部门内部资料共享|参考资料|内部交流轮岗|供领导干部学习|内部工作会议|内部讨论三次
      优化内部流转程序，压缩审批时间。|内部流转时间由5天压缩为2天。|完善内部流转机制|内部刊物管理办法|领导参阅件3期|不得转发谣言
      严禁泄露个人信息|仅供参考|内部使用面积120平方米`,
  },
  公开属性: {
    asks: `（此件不予公开）|（此件依申请公开）|不公开|免予公开|（此件不公开）|依\u3000申\u3000请\u3000公\u3000开|此件不宜公开|此建议答复不公开
      复函不予公开|（答复件不公开）|（暂不对外公开）|敏感信息，不予公开|因涉及商业秘密，不予公开|答复不予公开，原因：涉密
      提案人不同意公开|不向社会公开|非主动公开|不予公开（涉及个人隐私）|摘要公开|仅向代表公开|内网公开|不上网公开|依申请公开信息
      本文件属于依申请公开范围|不予公開|去除个人信息后公开|公开时请删去联系方式|只公开目录，不公开全文|（此件依申请公开，联系人：张三）
      某某局办公室 2019年5月6日印发 不予公开`,
    none: `主动公开|（此件公开发布）|对依申请公开的信息及时答复|不予公开的理由应当说明。|2019年依申请公开12件|公开办理情况|关于公开招标的答复
      我们将依申请公开有关材料。|答复不公开的理由|（二）依申请公开|依申请公开情况|主动公开和依申请公开相结合。|公开为常态、不公开为例外
      除依法不予公开的外，一律公开。|不公开招标的项目|不公开审理|免予公开的信息|非公开募集|处理后公开拍卖|依申请公开信息办结率100%
      根据《条例》规定，依申请公开`,
  },
  标签: {
    asks: `公开方式：不予公开|公开属性：依申请公开|公开类别：A|公开属性：删减后公开|公开方式：部分公开|公开属性\t依申请公开|公开属性：内部
      [公开属性]依申请公开|是否公开：否|公开方式：公开|公開選項：依申請公開|信息公开：依申请公开|信息公开：内部|公开：否
      公开属性：主动公开，删减后公开|公开属性：主动公开/依申请公开|属性：依申请公开|是否公开 否|是否同意公开：不同意
      公开审查意见：不予公开|信息类别：不予公开|公开范围：本单位|主动公开：否|不予公开：是|是否上网公开：否|备注：不予公开
      公开选项：②依申请公开|公开属性\t依申请公开\t紧急程度\t平急`,
    none: `公开方式：主动公开|公开属性：主动公开（全文）|公开方式：|公开范围：面向社会|是否公开：是|公开形式：网站
      公开属性：主动公开公开范围：面向社会|公开方式包括依申请公开和主动公开。|公开方式不公开透明的问题|信息公开：今年主动公开信息120条
      政府信息公开：不断扩大范围|公开意见：不断完善|公开范围：不含涉密内容|依申请公开：12件|不予公开：0件|公开时间：2019-05-06
      审查意见：不符合规划条件|是否公开招标：否|同意：否|办理结果：不予采纳|类别：B`,
  },
  勾选: {
    asks: `公开选项：□主动公开☑依申请公开□不予公开|公开方式：主动公开（　）依申请公开（√）|主动公开☐ 依申请公开☑|依申请公开 ☑
      ☑依申请公开|主动公开[ ] 依申请公开[√]|( )主动公开 (√)依申请公开|○主动公开 ●依申请公开|主动公开（×）依申请公开（√）
      1.主动公开 2.依申请公开√|公开方式：主动公开□；依申请公开√；不予公开□|是否公开：□是 ☑否|□主动公开 □依申请公开|不予公开□√
      公开选项\t主动公开\t□\t依申请公开\t☑`,
    none: `公开选项：☑主动公开□依申请公开|公开选项：主动公开（√）依申请公开（　）|主动公开☑ 依申请公开☐|主动公开√
      ●主动公开 ○依申请公开|是否公开：☑是 □否|☐依申请公开|□是 ☑否|● 依申请公开12件|● 不公开审理的案件|☑ 已办结
      是否解决：□是 ☑否|公开选项\t主动公开\t☑\t依申请公开\t□`,
  },
  括号: {
    asks: `特此答复。（此件不予公开）|联系电话：63813127（此件不予公开）|（不予公开）关于修桥的答复|关于修桥的答复【内部】
      关于修桥的答复（依申请公开）|抄送：市府办。（内部资料）|某某局（机密）|附注：（此件不予公开）|详见附件（此件不公开）其余从略
      关于修桥的答复〔不公开〕`,
    none: `开设（依申请公开）栏目|政务公开（主动公开、依申请公开）|（含依申请公开12件）|（公开招标）|（内部道路）|关于修桥的答复（公开）
      住户（内部职工）|（1）依申请公开|做好保密（机密文件）管理|涉密（秘密级）文件三份`,
  },
};
const linesOf = (text: string) => text.split(/\||\n\s*/);

for (const [kind, { asks, none }] of Object.entries(LINES)) {
  test(`${kind}: lines that only a person may decide on`, () => {
    assert.ok(linesOf(asks).length >= 10);
    for (const line of linesOf(asks))
      assert.ok(
        findDisclosureMarks([line]).some(({ isOpen }) => !isOpen),
        line,
      );
  });
  test(`${kind}: lines that ask nothing`, () => {
    assert.ok(linesOf(none).length >= 10);
    for (const line of linesOf(none))
      assert.deepEqual(
        findDisclosureMarks([line]).filter(({ isOpen }) => !isOpen),
        [],
        line,
      );
  });
}

test('a label takes its value from the next line; the mark is the whole line as received', () => {
  const [label, value] = findDisclosureMarks(['公开方式：', ' 依申请公开 ', '第8号']);
  assert.deepEqual(
    [label?.line, label?.isOpen, value],
    [0, false, { kind: '公开属性', isOpen: false, words: '依申请公开', line: 1 }],
  );
});

test('a value is found below its label too: on the next line with words, or in the next row of a table', () => {
  for (const lines of [
    ['公开属性', '', '依申请公开'],
    ['密级：', '', '机密'],
    ['是否公开：', '否'],
    ['公开属性\t紧急程度', '内部\t平急'],
    ['公开类别', 'B'],
  ])
    assert.ok(
      findDisclosureMarks(lines).some(({ isOpen }) => !isOpen),
      lines.join('\n'),
    );
});

test('an open mark is found as open', () => {
  for (const line of ['主动公开', '（此件公开发布）', '公开选项：☑主动公开 □依申请公开'])
    assert.deepEqual(
      findDisclosureMarks([line]).map(({ isOpen }) => isOpen),
      [true],
      line,
    );
});

test('no received text file of the tests holds a mark that closes it', () => {
  const folder = 'tests/import';
  for (const name of readdirSync(folder))
    for (const file of readdirSync(join(folder, name)))
      if (/^received\.(?:txt|md)$/.test(file)) {
        const lines = readFileSync(join(folder, name, file), 'utf8').split('\n');
        assert.deepEqual(
          findDisclosureMarks(lines).filter(({ isOpen }) => !isOpen),
          [],
          name,
        );
      }
});

test('a line of digits takes no longer to look at than its length asks', () => {
  const started = performance.now();
  assert.deepEqual(findDisclosureMarks(['1'.repeat(5000), `${'1'.repeat(40)}甲`]), []);
  assert.ok(performance.now() - started < 1000);
});
