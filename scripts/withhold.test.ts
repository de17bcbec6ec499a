import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { Refusal } from '../src/refusal.ts';
import { withhold as withholdWords } from '../src/takedown/withhold.ts';
import { newFolder, quickly, run } from '../tests/support/project.ts';
import { snapshot } from '../tests/support/snapshot.ts';
import { filesOf } from '../tests/support/site.ts';
import { findHolders, projectOf273 } from '../tests/support/takedown.ts';

const PUBLIC = { SITE_URL: 'https://replies.example.gov.cn/' };
const withdraw = (project: string, ...args: string[]) =>
  run(project, ['scripts/withdraw.ts', ...args]);
const withhold = (project: string, ...args: string[]) =>
  run(project, ['scripts/withhold.ts', ...args]);
const received = (name: string, ending: string) =>
  resolve(`tests/import/${name}/received.${ending}`);
const content = (project: string) => snapshot(join(project, 'content'));
const readContent = (project: string, file: string) =>
  readFileSync(join(project, 'content', file), 'utf8');

test('after withhold or withdraw, build and deploy --purge no file holds the words, and only our marks are editorial', async () => {
  const project = projectOf273();
  // The letter prints the mark itself. What was recorded of it no longer holds.
  for (const ending of ['md', 'txt']) {
    const file = join(project, 'content/rd17-3', `273.${ending}`);
    const text = readFileSync(file, 'utf8').replace(/联系人：张玲玲/, '$&（依法不公开）');
    writeFileSync(file, text);
  }
  rmSync(join(project, 'content/addresses'), { recursive: true });
  for (const [file, key] of [
    [received('word-merged-table', 'docx'), 'rd17-5/102'],
    [received('gb18030', 'txt'), 'rd21-2/210'],
  ] as const) {
    // A bureau of another place makes a draft, which the clerk publishes.
    assert.notEqual(run(project, ['scripts/add.ts', file]).status, 1);
    const edition = join(project, `content/${key}.md`);
    const asked = /^draft: true\nquestions:\n(?: .*\n)+/m;
    writeFileSync(edition, readFileSync(edition, 'utf8').replace(asked, ''));
  }
  const served = join(newFolder(), 'replies');
  appendFileSync(
    join(project, 'content/site.yaml'),
    '\npublisher: {name: 某某局, kind: 其他}\ncontact: 电话 0574-63810000\n',
  );
  const publish = (...more: string[]) => {
    const built = run(project, ['scripts/build.ts'], { ...PUBLIC, ...quickly });
    assert.equal(built.status, 0, built.output);
    assert.equal(run(project, ['scripts/record.ts'], PUBLIC).status, 0);
    const deployed = run(project, ['scripts/deploy.ts', served, ...more]);
    assert.equal(deployed.status, 0, deployed.output);
  };
  const places = ['content', 'dist', '.cache', served, join(served, '../.replies.releases')];
  const WITHHELD: [key: string, at: string, words: string][] = [
    ['rd17-3/273', 'contact', '63813127'],
    ['rd17-5/102', 't1', '石桥线'],
    ['rd21-2/210', 'p2', '㙍口店'],
  ];
  // Of the letters that are withdrawn afterwards.
  const OTHERS = ['张玲玲', '2044.06', '程万里', '石榴红', '县道等级', '社区食堂'];
  const holders = (words: string[]) =>
    findHolders(
      words,
      places.map((name) => resolve(project, name)),
    );
  const withheldWords = WITHHELD.map(([, , words]) => words);
  publish();
  for (const [words, files] of await holders([...withheldWords, ...OTHERS]))
    assert.ok(files.length > 3, words);
  for (const [key, at, words] of WITHHELD) {
    const { status, output } = withhold(
      project,
      ...[key, '--at', at, '--words', words, '--why', '个人信息'],
    );
    assert.equal(status, 0, output);
  }
  assert.ok(!existsSync(join(project, 'dist')));
  assert.deepEqual(filesOf(join(project, 'private')).sort(), [
    'rd17-3/273.txt',
    'rd17-5/102.docx',
    'rd21-2/210.txt',
  ]);
  publish('--purge');
  for (const [words, files] of await holders(withheldWords)) assert.deepEqual(files, [], words);
  assert.ok(!existsSync(join(project, 'content/rd17-5/102.docx')));
  assert.match(
    readContent(project, 'addresses/rd17-3.txt'),
    /#contact=withheld .*source\.txt=withheld/,
  );
  const html = readFileSync(join(served, 'rd17-3/273/index.html'), 'utf8');
  assert.match(readContent(project, 'rd17-3/273.md'), /at: contact, .*nth: 2/);
  assert.equal(html.match(/<span class="withheld" data-by="editor">/g)?.length, 1);
  assert.match(html, /张玲玲（依法不公开）/);
  assert.match(html, /<span class="withheld" data-by="editor">（依法不公开）<\/span>/);
  assert.match(html, /公开文本的校验值/);
  // No byte but the words' own changed in the file that came in GB18030.
  const gb18030 = new TextDecoder('gb18030');
  assert.equal(
    gb18030.decode(readFileSync(join(project, 'content/rd21-2/210.txt'))),
    gb18030.decode(readFileSync(received('gb18030', 'txt'))).replace('㙍口店', '（依法不公开）'),
  );
  // Where the original is at hand, a public copy that differs elsewhere is found.
  const copy = join(project, 'content/rd17-3/273.txt');
  for (const file of [copy, join(project, 'content/rd17-3/273.md')])
    writeFileSync(file, readFileSync(file, 'utf8').replace('衷心感谢', '感谢'));
  assert.match(
    run(project, ['scripts/check.ts']).output,
    /公开文本 .*还与收到的原文 private\/rd17-3\/273\.txt 不同/,
  );

  // Whole letters, the last of the site, even if a check would refuse them.
  const before = content(project);
  for (const [key] of WITHHELD) {
    const { status, output } = withdraw(project, key, '--why', '个人信息', '--by', '某某局');
    assert.equal(status, 0, output);
  }
  publish('--purge');
  for (const [words, files] of await holders(OTHERS)) assert.deepEqual(files, [], words);
  const read = (file: string) => readFileSync(join(served, file), 'utf8');
  const notice = read('rd17-3/273/index.html');
  assert.match(notice, /<meta name="robots" content="noindex">/);
  assert.match(notice, /撤下了这份答复。理由：个人信息。[^]*某某局：电话 0574-63810000/);
  assert.match(notice, /<span id="p4" hidden><\/span>/);
  assert.deepEqual(
    filesOf(served).filter((name) => /^rd17-3\/273\/.*(?<!\.br|\.gz)$/.test(name)),
    ['.withdrawn', 'figures/index.html', 'index.html'].map((name) => `rd17-3/273/${name}`),
  );
  assert.doesNotMatch(read('sitemap-0.xml'), /273/);
  assert.match(read('feed.xml'), /已撤下：市十七届人大三次会议第273号建议的答复/);
  for (const list of ['index.html', 'rd17-3/index.html'])
    assert.match(read(list), /已撤下1份：\s*<a class="target" href="\/rd17-3\/273\/">/);
  for (const [key] of WITHHELD) assert.equal(withdraw(project, key, '--undo').status, 0);
  assert.deepEqual(content(project), before);
});

test('words in several places are listed, and withheld together', () => {
  const project = projectOf273();
  const args = [
    'rd17-3/273',
    '--at',
    'cc',
    '--words',
    '张杰',
    '--why',
    '个人信息',
    '--on',
    '2026-12-01',
  ];
  const before = content(project);
  const { status, output } = withhold(project, ...args);
  assert.equal(status, 1);
  assert.match(output, /273\.md:22 {2}cc 里有 1 处[^]*273\.md:23 {2}persons 里有 1 处[^]*--all/);
  assert.deepEqual(content(project), before);
  assert.equal(withhold(project, ...args, '--all').status, 0);
  const edition = readContent(project, 'rd17-3/273.md');
  assert.match(edition, /主席团，（依法不公开）、陆烁妮[^]*persons: \[（依法不公开）, 陆烁妮/);
  assert.match(edition, /- \{ ?at: cc, why: 个人信息, on: 2026-12-01 ?\}/);
  assert.match(edition, /^# 事实部分/m);
  assert.equal(run(project, ['scripts/check.ts']).status, 0);
});

/** Asserts that nothing in a project was changed since `before`. */
function assertUnchanged(project: string, before: Record<string, string>, what: string): void {
  assert.deepEqual(content(project), before, what);
  assert.ok(!existsSync(join(project, 'private')), what);
}

test('a command line that cannot be understood, or asks for nothing, is refused, and nothing is changed', () => {
  const project = projectOf273();
  const before = content(project);
  const place = (at: string) => ['--at', at, '--words', '63813127', '--why', '个人信息'];
  for (const [args, message] of [
    [['rd17-3/273', ...place('p99')], /273\.md:1 {2}没有 p99 这个位置\n +改法：/],
    [['rd17-3/273', ...place('contact'), '--on', '2026-13-01'], /不是日期。改法：/],
    [['273', ...place('contact')], /写法：npm run withhold/],
    [['rd17-3/273', '--at', 'contact', '--nonsense'], /写法：npm run withhold/],
  ] as [string[], RegExp][]) {
    const { status, output } = withhold(project, ...args);
    assert.equal(status, 1, output);
    assert.match(output, message);
    assert.match(output, /没有改动\n$/);
    assertUnchanged(project, before, args.join(' '));
  }
});

test('words that are not where they should be are refused, with a remedy, and nothing is changed', async () => {
  const project = projectOf273();
  const before = content(project);
  const attempt = (at: string, words: string, key = 'rd17-3/273') =>
    withholdWords(project, { key, at, words, why: '个人信息', on: '2026-12-01', all: false });
  for (const [at, words, message, key] of [
    ['p4', '63813127', /273\.md:\d+ {2}p4 里没有这几个字\n +改法：它们在 contact/],
    ['contact', '12345', /contact 里没有这几个字\n +改法：照原文/],
    ['contact', '公开', /没有可以换掉的字\n +改法：/],
    ['contact', '63813127', /274\.md:1 {2}没有这份答复\n +改法：/, 'rd17-3/274'],
    ['title', '第273号', /里有 \d+ 处[^]*--all/],
  ] as [at: string, words: string, message: RegExp, key?: string][]) {
    await assert.rejects(
      attempt(at, words, key),
      (error) => error instanceof Refusal && message.test(error.message),
      String(message),
    );
    assertUnchanged(project, before, `${at} ${words}`);
  }
  await attempt('contact', '63813127');
  const once = content(project);
  await assert.rejects(attempt('contact', '63813127'), /这里已有（依法不公开）/);
  assert.deepEqual(content(project), once);
});
