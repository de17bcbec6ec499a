import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findDisclosureMarks } from './marks.ts';

/** Lines that a person must decide about, and lines that look like them, by kind. */
const LINES: Record<string, { asks: string[]; none: string[] }> = {
  密级: {
    asks: `秘密★1年 机密 绝密★长期 秘\u3000密\u3000★\u30001\u3000年 机密★10年 特急机密 000123机密★5年 密级：秘密 机密★启用前 秘密慈教〔2020〕15号
      机密级 商业秘密 工作秘密 秘密文件，注意保存 涉密文件 ［机密］ 商密★3年 秘密※1年 秘密☆三年 （秘密） 保密期限：十年`.split(
      / |\n\s*/,
    ),
    none: `涉及国家秘密的部分依法不予公开。 做好保密教育 机密文件管理制度进一步健全 保密工作 秘密花园小区改造 特急 急件 一、加强保密宣传
      保守国家秘密是公民的义务。 密级：无 对商业秘密予以保护 泄露机密的责任 国家秘密保护条例 第273号 保密期限：无 加强涉密人员管理`.split(
      / |\n\s*/,
    ),
  },
  内部: {
    asks: `内部资料，注意保存 【内部资料】 内部文件，不得外传 仅供内部参考 内部明电 请勿外传 限内部使用 内部使用 内\u3000部 阅后收回
      仅供领导参阅 此件内部传阅 内部资料★注意保存 内部材料 严禁外传 不得翻印 限发至县级
      内部工作资料 内部讨论稿 内部征求意见稿 内部事项`.split(/ |\n\s*/),
    none: `加强内部管理 我局内部职工食堂 内部控制建设 一、加强内部审计 内部道路改造 内部挖潜 注意保存好票据。 小区内部停车 内部治安保卫条例 企业内部使用的车辆较多。
      推动部门内部资料共享 参考资料 改造内部设施 内部交流轮岗 供领导干部学习 内部工作会议 内部讨论三次`.split(
      / |\n\s*/,
    ),
  },
  公开属性: {
    asks: `（此件不予公开） （此件依申请公开） 公开方式：不予公开 公开属性：依申请公开 公开选项：不予公开 公开类别：免予公开 公开属性：删减后公开 不公开 免予公开
      公开方式：部分公开 （此件不公开） 依\u3000申\u3000请\u3000公\u3000开 公开属性\t依申请公开 公开选项：□主动公开☑依申请公开□不予公开 特此答复。（此件不予公开） 公开属性：内部 信息公开选项：依申请公开
      [公开属性]依申请公开 是否公开：否 此件不宜公开 公开方式：公开 公开方式：主动公开（　）依申请公开（√） 公開選項：依申請公開 ＂不予公开＂的公开方式：不予公开
      此建议答复不公开 复函不予公开 （答复件不公开） 不宜对外公开 （暂不对外公开）`.split(
      / |\n\s*/,
    ),
    none: `主动公开 （此件公开发布） 公开方式：主动公开 公开属性：主动公开（全文） 对依申请公开的信息及时答复 不予公开的理由应当说明。 公开方式： 公开选项：☑主动公开□依申请公开 公开范围：面向社会
      2019年依申请公开12件 是否公开：是 公开形式：网站 公开办理情况 推进政务公开 关于公开招标的答复 政府信息公开 公开属性：主动公开公开范围：面向社会 我们将依申请公开有关材料。 公开选项：主动公开（√）依申请公开（　） 答复不公开的理由`.split(
      / |\n\s*/,
    ),
  },
};

for (const [kind, { asks, none }] of Object.entries(LINES)) {
  test(`${kind}: lines that only a person may decide on`, () => {
    assert.ok(asks.length >= 10);
    for (const line of asks)
      assert.ok(
        findDisclosureMarks([line]).some(({ isOpen }) => !isOpen),
        line,
      );
  });
  test(`${kind}: lines that ask nothing`, () => {
    assert.ok(none.length >= 10);
    for (const line of none)
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
