import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, RECEIVED, SAMPLE } from '../../tests/support/sample.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

/** What a clerk got wrong in the sample: the words replaced, by what, and what the message must say. */
const EDITS: [what: string, from: string | RegExp, to: string, message: RegExp][] = [
  ['no front matter', /^---[\s\S]*?\n---\n/, '', /开头没有成对的 ---/],
  ['front matter not closed', '\n---\n\n您', '\n\n您', /开头没有成对的 ---/],
  ['YAML that cannot be read', 'title: 对', "title: '对", /读不懂/],
  ['a tab as indent', '  body: 人大', '\tbody: 人大', /制表符/],
  ['a field twice', 'signatories:', 'salutation: 甲：\nsignatories:', /写了两次/],
  ['an unknown field', 'keywords:', 'sumary: 错\nkeywords:', /没有名为 sumary/],
  ['an unknown field in a group', '  lead: 张三', '  lead: 张三\n  leed: 李四', /没有名为 leed/],
  ['no title', /^title:.*\n/m, '', /缺少“标题”/],
  ['no proposal', /proposal:\n( .*\n)+/, '', /“所答建议”（proposal）/],
  ['no number', /^ +number:.*\n/m, '', /缺少“编号”/],
  ['no deputy', /^ +lead:.*\n/m, '', /缺少“领衔代表”/],
  ['no salutation', /^salutation:.*\n/m, '', /缺少“称呼”/],
  ['no signature', /^signatories:.*\n/m, '', /缺少“署名”/],
  ['an empty signature', '[某某局]', '[]', /“署名”.*一项也没有/],
  ['no parts', /parts:\n( .*\n)+/, '', /“正文的组成”/],
  ['no summary', /^summary:.*\n/m, '', /缺少“一句话摘要”/],
  ['an empty summary', /^summary:.*$/m, "summary: ' '", /“一句话摘要”.*是空的/],
  ['no keywords', /^keywords:.*\n/m, '', /缺少“关键词”/],
  ['no day of publication', /^published:.*\n/m, '', /缺少“本站公布时间”/],
  ['a day of publication that is none', '2026-11-23 09:00', '2026-02-30 09:00', /不是日期和时间/],
  ['a day of publication without time', '2026-11-23 09:00', '2026-11-23', /不是日期和时间/],
  ['a number in words', 'number: 9', 'number: 九', /“编号”.*写法不对/],
  ['a body that is none', 'body: 人大', 'body: 党代会', /“人大或政协”/],
  ['a printed date that is none', 'printed: 2019年5月6日', 'printed: 昨天', /“昨天”不是日期/],
  [
    'a day that the calendar lacks',
    'printed: 2019年5月6日',
    'printed: 2019年5月32日',
    /日历上没有/,
  ],
  ['a machine date that is none', 'edtf: 2019-05-06', 'edtf: 2019年', /不是 EDTF 日期/],
  ['a machine date of another day', 'edtf: 2019-05-06', 'edtf: 2019-05-07', /与落款.*不一致/],
  ['a machine date of another year', 'edtf: 2019-05-06', 'edtf: 2018-05-06', /与落款.*不一致/],
  ['a doubtful date without a note', 'edtf: 2019-05-06', 'edtf: 2019-05-06?', /存疑，却没有注/],
  ['a machine date cut short', 'edtf: 2019-05-06', 'edtf: 2019-05', /不完整/],
  ['copies without their label', 'printed: 抄送：', 'printed: 送：', /不以“抄送：”开头/],
  ['a person not among the copies', 'persons: [李四]', 'persons: [李五]', /没有“李五”/],
  ['a contact without a colon', '联系电话：63810000', '联系电话63810000', /缺少冒号/],
  ['measures doubled', '## 二、', '## 一、', /序号不对.*\n.*二、/],
  ['a measure skipped', '## 二、', '## 三、', /序号不对/],
  ['a measure without ordinal', '## 二、正在', '## 正在', /序号不对/],
  ['a part of a measure out of order', '### （一）', '### （二）', /序号不对.*\n.*（一）/],
  ['a heading of the wrong level', '## 一、', '# 一、', /级别不对/],
  ['a measure lost', /## 二、.*\n\n.*\n\n/, '', /有 2 条措施，正文里有 1 条/],
  ['an empty section', '西门桥开工。\n', '', /“二、正在做的”下没有文字/],
  ['no next steps', /## \[下一步\]\n\n.*\n\n/, '', /“下一步”与正文不符/],
  ['next steps that are not declared', 'nextSteps: true', 'nextSteps: false', /“下一步”与正文不符/],
  ['two supplied headings', '## 二、正在做的', '## [现状]', /编者所加的标题不止一个/],
  ['no closing', /\*\*\*\n\n.*\n\n/, '', /“结语”与正文不符/],
  ['a heading after the closing', '感谢', '## 三、其他\n\n感谢', /结语之后还有标题/],
  ['two rules before the closing', '***\n', '***\n\n***\n', /分隔线.*不止一条/],
  ['no opening', /您提出的.*\n/, '', /正文没有开头/],
  ['a note never referred to', '[^bridge]。', '。', /注 \[\^bridge\] 没有被引用/],
  ['a reference with no note', '[^bridge]: 桥名照录。\n', '', /引用了注 \[\^bridge\]/],
  ['a fact whose note is not there', 'note: phone', 'note: telephone', /引用了注 \[\^telephone\]/],
  ['a note twice', '[^phone]:', '[^bridge]: 又一条。\n[^phone]:', /写了两次/],
  ['a note whose name is no id', /\^bridge\]/g, '^桥]', /名字“桥”不合用/],
  ['a list in a note', '桥名照录。', '- 桥名\n    - 照录', /注里只能写段落/],
  ['an unclosed 《', '》收悉', '收悉', /“《”没有成对/],
  ['an unclosed “', '东门桥”', '东门桥', /“““没有成对|““”没有成对/],
  ['a 》 without 《', '西门桥开工', '西门桥》开工', /“》”没有成对/],
  ['raw HTML', '西门桥开工。', '<b>西门桥</b>开工。', /HTML 标签/],
  ['a block of HTML', '西门桥开工。', '<div>西门桥开工。</div>', /HTML 标签/],
  ['an event handler', '西门桥', '<img src=x onerror=alert(1)>西门桥', /HTML 标签/],
  ['a link to javascript:', '西门桥', '[西门桥](javascript:alert)', /javascript:alert”不安全/],
  ['a link to data: in a note', '照录。', '[照录](data:text/html,x)。', /data:text\/html,x”不安全/],
  ['bold type', '西门桥', '**西门桥**', /加粗/],
  ['italic type', '西门桥', '*西门桥*', /斜体/],
  ['a list', '西门桥开工。', '1. 西门桥开工。', /有列表/],
  ['a quotation block', '西门桥开工。', '> 西门桥开工。', /引用块/],
  ['an indented line', '西门桥开工。', '    西门桥开工。', /代码块/],
  ['an image', '西门桥', '![西门桥](a.png)', /有图片/],
  ['a zero-width space', '西门桥', '西\u200B门桥', /U\+200B/],
  ['a bidirectional control', '西门桥', '西\u202E门桥', /U\+202E/],
  ['a NUL', '西门桥', '西\0门桥', /U\+0000/],
  [
    'a title of another proposal',
    'title: 关于修桥的建议',
    'title: 关于修路的建议',
    /没有“关于修路的建议”/,
  ],
  ['another deputy', 'lead: 张三', 'lead: 张四', /没有“张四”/],
  ['another session', 'session: 3', 'session: 4', /所答建议却是 rd17-4\/9/],
  ['a line left out that is not there', "'- 1 -'", "'- 2 -'", /没有单独成行的“- 2 -”/],
  [
    'a changed character',
    '西门桥开工',
    '西门挢开工',
    /第 \d+ 字与收到的原文不同[\s\S]*【桥】[\s\S]*【挢】/,
  ],
  ['a lost character', '西门桥开工', '西门桥开', /收到的原文.*【工】[\s\S]*本站的文本.*【。】/],
  ['words added at the end', '63810000', '63810000转1', /收到的原文.*【到此为止】/],
];

/** Every problem names file and line and says what to do. */
function refused(...input: Parameters<typeof parse>) {
  const { letter, problems } = parse(...input);
  assert.equal(letter, undefined);
  assert.ok(problems.length > 0);
  const lines = String(input[0] ?? '').split('\n').length;
  for (const { file, line, what, remedy } of problems) {
    assert.match(file, /^content\/rd17-3\/9\.(md|txt)$/);
    assert.ok(line >= 1 && line <= Math.max(lines, 1), `${line}: ${what}`);
    assert.match(what, /\p{Script=Han}/u);
    assert.match(remedy, /\p{Script=Han}/u);
  }
  return problems.map(({ what, remedy }) => `${what}\n${remedy}`).join('\n');
}

for (const [what, from, to, message] of EDITS)
  test(`refused: ${what}`, () => {
    const markdown = SAMPLE.replace(from, () => to);
    assert.notEqual(markdown, SAMPLE, 'the edit must change the sample');
    assert.match(refused(markdown), message);
  });

test('refused: an empty file', () => assert.match(refused(''), /开头没有成对的 ---/));
test('refused: no received file', () => assert.match(refused(SAMPLE, null), /没有收到的原文/));
test('refused: GB18030', () => assert.match(refused(bytes(0xb6, 0xd4, 0xca, 0xd0)), /不是 UTF-8/));
test('refused: UTF-16', () => assert.match(refused(bytes(0xff, 0xfe, 0xf9, 0x5b)), /不是 UTF-8/));
test('refused: a received file in GB18030', () =>
  assert.match(refused(SAMPLE, bytes(0xb6, 0xd4, 0xca, 0xd0)), /不是 UTF-8/));

test('all problems are listed at once, each on its line', () => {
  const markdown = SAMPLE.replace('lead: 张三', 'leed: 张三').replace(
    'edtf: 2019-05-06',
    'edtf: x',
  );
  const { problems } = parse(markdown);
  const places = problems.map(({ line, what }) => `${line} ${what}`);
  assert.ok(
    places.some((place) => /^9 .*leed/.test(place)),
    places.join('\n'),
  );
  assert.ok(
    places.some((place) => /^18 .*EDTF/.test(place)),
    places.join('\n'),
  );
  assert.ok(
    places.some((place) => /缺少“领衔代表”/.test(place)),
    places.join('\n'),
  );
});

test('an unclosed mark of the original stands where a sic note says so', () => {
  const markdown = SAMPLE.replace('西门桥开工。', '西门“桥开工[^sic1]。') + '[^sic1]: 原文如此。\n';
  assert.deepEqual(parse(markdown, RECEIVED.replace('西门桥', '西门“桥')).problems, []);
});
