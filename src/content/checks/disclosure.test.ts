import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, RECEIVED, SAMPLE } from '../../../tests/support/sample.ts';
import { readText } from '../../received/index.ts';
import { readEdition } from '../edition.ts';
import { letterText } from '../../letter/text.ts';
import { WITHHELD } from '../../letter/withholding.ts';
import { checkMarks } from './disclosure.ts';

const REVIEW = "review: {by: 甲, on: '2026-12-01', decision: 公开}\n";
const DATE = '2019年5月6日\n';

/** The sample with a line below its date, kept as a remark, and with more front matter. */
const withRemark = (remark: string, facts = '') =>
  parse(
    SAMPLE.replace('copies:\n', `remarks: ['${remark}']\n${facts}copies:\n`),
    RECEIVED.replace(DATE, `${DATE}${remark}\n`),
  );
/** The sample with a line above its title, which the edition omits. */
const withOmitted = (line: string, facts = '') =>
  parse(
    SAMPLE.replace(
      '  omitted:\n',
      `  omitted:\n    - text: '${line}'\n      reason: 网站的著录信息\n`,
    ).replace('copies:\n', `${facts}copies:\n`),
    `${line}\n${RECEIVED}`,
  );
const messages = ({ diagnostics }: Pick<ReturnType<typeof parse>, 'diagnostics'>) =>
  diagnostics.map(({ message }) => message).join('\n');

const CLOSED = [
  '（此件不予公开）',
  '（此件依申请公开）',
  '公开选项：不予公开',
  '秘密★1年',
  '内部资料',
];

test('a letter that says it is not for the public needs a review, wherever it says so', () => {
  for (const line of CLOSED)
    for (const result of [withRemark(line), withOmitted(line)]) {
      assert.equal(result.letter, undefined, line);
      assert.match(messages(result), /还没有人审查能不能公布/, line);
    }
  assert.match(
    messages(withRemark('（此件不予公开）', REVIEW.replace('公开}', '不公开}'))),
    /审查的决定是不公开/,
  );
});

test('a review lets the letter out; the mark itself is withheld, in the letter and in the received file', () => {
  for (const line of CLOSED)
    for (const result of [withRemark(line, REVIEW), withOmitted(line, REVIEW)]) {
      assert.equal(messages(result), '', line);
      const { letter } = result;
      const all = JSON.stringify(letter);
      assert.ok(!all.includes(line), line);
      assert.ok(letter!.received.publicText?.includes(WITHHELD));
    }
  const { letter } = withRemark('（此件不予公开）', REVIEW);
  assert.deepEqual(
    letterText(letter!).filter(({ id }) => id === 'remarks'),
    [{ id: 'remarks', text: WITHHELD }],
  );
  assert.deepEqual(
    letter!.withheld.map(({ at }) => at),
    ['remarks'],
  );
});

test('a mark in words that the edition leaves unread, such as a header, needs a review too', () => {
  const letter = parse(SAMPLE, RECEIVED).letter!;
  const unread = [{ in: '页眉' as const, words: '秘密★10年', why: '页眉' }];
  const context = {
    letter: { ...letter, source: { ...letter.source, unread } },
    fragments: letterText(letter),
    file: 'a.md',
    received: { file: 'a.docx', text: RECEIVED, asides: [], traces: [] },
    differences: [],
    original: undefined,
    recorded: undefined,
    lineOf: () => 1,
  };
  assert.match(checkMarks(context)[0]?.message ?? '', /秘密★10年.*还没有人审查/);
});

test('a mark is withheld however the edition writes it: spaced, joined to another line, in a row of a table', () => {
  const spaced = parse(
    SAMPLE.replace('copies:\n', `remarks: ['依申请公开']\n${REVIEW}copies:\n`),
    RECEIVED.replace(DATE, `${DATE}依 申 请 公 开\n`),
  );
  const joined = parse(
    SAMPLE.replace('感谢您的关注！', '感谢您的关注！此件依申请公开').replace(
      'copies:\n',
      `${REVIEW}copies:\n`,
    ),
    RECEIVED.replace('感谢您的关注！\n', '感谢您的关注！\n此件依申请公开\n'),
  );
  const row = parse(
    SAMPLE.replace('| 东门桥 | 30米 |', '| 公开属性 | 依申请公开 |').replace(
      'copies:\n',
      `${REVIEW}copies:\n`,
    ),
    RECEIVED.replace('东门桥 30米', '公开属性 依申请公开'),
  );
  for (const [at, result] of [
    ['remarks', spaced],
    ['p6', joined],
    ['t1', row],
  ] as const) {
    assert.equal(messages(result), '', at);
    assert.deepEqual(
      result.letter!.withheld.map((entry) => entry.at),
      [at],
    );
    assert.doesNotMatch(
      JSON.stringify(letterText(result.letter!)) + result.letter!.received.publicText,
      /依\s*申/,
    );
  }
});

/** The sample that came as Markdown, with these lines at the end of the file. */
function parseMarkdown(end: string, facts = '') {
  const bytes = Buffer.from(
    `${RECEIVED.replaceAll('\n', '\n\n').replace('桥 长\n\n', '| 桥 | 长 |\n| - | - |\n').replace('东门桥 30米', '| 东门桥 | 30米 |').replace('- 1 -', '\\- 1 -')}\n${end}\n`,
  );
  const text = SAMPLE.replace('copies:\n', `${facts}copies:\n`);
  return readEdition({
    key: 'rd17-3/9',
    edition: { file: 'content/rd17-3/9.md', text },
    received: {
      file: 'content/rd17-3/9.source.md',
      bytes,
      reading: readText(bytes, 'source.md'),
    },
  });
}

test('what a Markdown file says beside its lines is asked about too, since the file is published', () => {
  const asides = [
    '<!-- WORDS -->',
    '[a]: https://example.com/ "WORDS"',
    '<span title="WORDS"></span>',
  ];
  for (const aside of asides)
    for (const [words, message] of [
      ['此件不予公开', /写着“此件不予公开”.*还没有人审查/],
      ['13800138000', /收到的原文.*“13800138000”像是个人信息/],
    ] as const)
      assert.match(messages(parseMarkdown(aside.replace('WORDS', words))), message, aside);
  assert.match(
    messages(parseMarkdown(`[a]: https://example.com/?p=${encodeURIComponent('张三住甲村12号')}`)),
    /（住址）/,
  );
  const { letter, ...rest } = parseMarkdown('[a]: https://example.com/ "不予公开"', REVIEW);
  assert.equal(messages(rest), '');
  assert.doesNotMatch(letter!.received.publicText ?? '不予公开', /不予公开/);
});

test('an open mark asks nothing', () => {
  for (const line of ['（此件公开发布）', '（主动公开）'])
    assert.equal(messages(withRemark(line)), '', line);
});

test('personal data is kept by a person only, wherever it is published', () => {
  const phone = (from: string, to: string, facts = '') =>
    parse(
      SAMPLE.replaceAll(from, to).replace('copies:\n', `${facts}copies:\n`),
      RECEIVED.replaceAll(from, to),
    );
  const keep = (at: string) =>
    `review: {by: 甲, on: '2026-12-01', decision: 公开, keep: [{at: ${at}, why: 公开的电话}]}\n`;
  const planted: [from: string, to: string, at: string][] = [
    ['63810000', '13800138000', 'contact'],
    ['西门桥开工。', '西门桥开工，请致电13800138000。', 'p4'],
    ['30米', '33022219600101001X', 't1'],
  ];
  for (const [from, to, at] of planted) {
    assert.match(messages(phone(from, to)), /像是个人信息/, at);
    assert.equal(messages(phone(from, to, keep(at))), '', at);
    assert.match(messages(phone(from, to, keep('title'))), /像是个人信息/, at);
  }
});

test('a correction, a note, the summary and an omitted line are looked at too', () => {
  const edits: [from: string, to: string][] = [
    ['某某局答复张三代表。', '某某局答复张三代表，邮箱zhangsan@qq.com。'],
    ['keywords: [桥梁]', 'keywords: [浙B12345]'],
    ['[^phone]: ', '[^phone]: 手机13800138000。'],
  ];
  for (const [from, to] of edits) {
    assert.ok(SAMPLE.includes(from), from);
    assert.match(messages(parse(SAMPLE.replace(from, to), RECEIVED)), /像是个人信息/, to);
  }
  assert.match(messages(withOmitted('责任编辑 13800138000')), /收到的原文.*像是个人信息/);
});

test('a withheld place exists and has its mark', () => {
  const withheld = (at: string) => `withheld: [{at: ${at}, why: 个人信息, on: '2026-12-01'}]\n`;
  const result = (at: string, from = '63810000', to = WITHHELD) =>
    messages(
      parse(
        SAMPLE.replaceAll(from, to).replace('copies:\n', `${withheld(at)}copies:\n`),
        RECEIVED.replaceAll(from, to),
      ),
    );
  assert.equal(result('contact'), '');
  assert.match(result('contact', '63810000', '63810001'), /contact 里应有 1 处/);
  assert.match(result('p99'), /p99 不是这份答复的位置/);
});

test('openness is an open mark of the received file, and nothing else', () => {
  const openness = (value: string, line: string) => withOmitted(line, `openness: ${value}\n`);
  assert.equal(messages(openness('主动公开', '公开方式：主动公开')), '');
  assert.match(messages(openness('主动公开', '责任编辑：某某')), /收到的原文里没有写“主动公开”/);
  for (const value of ['依申请公开', '不予公开', '秘密', '内部'])
    assert.match(messages(openness(value, '责任编辑：某某')), /不是主动公开一类/, value);
});

test('a place whose personal data is kept exists', () => {
  const keep = (at: string) =>
    messages(
      parse(
        SAMPLE.replace(
          'copies:\n',
          `${REVIEW.replace('公开}', `公开, keep: [{at: ${at}, why: 值班}]}`)}copies:\n`,
        ),
      ),
    );
  for (const at of ['contact', 'p4', 't1', 'summary', 'notes', 'source'])
    assert.equal(keep(at), '');
  for (const at of ['p99', 'contcat']) assert.match(keep(at), /不是这份答复的位置/);
});
