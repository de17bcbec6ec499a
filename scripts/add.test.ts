import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { loadLetters } from '../src/content/letters.ts';
import { add, caseOf, contentOf, emptyProject, received } from '../tests/support/add.ts';
import { cases } from '../tests/support/received.ts';

test('a letter is written beside its file, unchanged, and told in Chinese', (context) => {
  const folder = emptyProject(context);
  const site = readFileSync('content/site.yaml', 'utf8').replaceAll('慈溪市', '青岚县');
  writeFileSync(join(folder, 'content/site.yaml'), site);
  const { status, stdout, stderr } = add(folder, received('word-merged-table'));
  assert.equal(status, 0, stderr);
  assert.match(stdout, /已写出 content\/rd17-5\/102\.md/);
  assert.match(stdout, /署名：青岚县交通运输局/);
  assert.match(stdout, /“青岚县交通运输局”没有登记.*- \{id: 英文缩写, name: 青岚县交通运输局\}/);
  assert.deepEqual(contentOf(folder), ['rd17-5/102.docx', 'rd17-5/102.md', 'site.yaml']);
  const copy = readFileSync(join(folder, 'content/rd17-5/102.docx'));
  assert.ok(copy.equals(readFileSync(received('word-merged-table'))));
});

test('with --json it says the same as data', (context) => {
  const folder = emptyProject(context);
  const { status, stdout } = add(folder, '--json', received('repeated-title'));
  assert.equal(status, 0);
  const { args: _, exit: __, ...expected } = caseOf('repeated-title').expected;
  assert.deepEqual(JSON.parse(stdout), expected);
});

test('an address that is taken stays as it is', (context) => {
  const folder = emptyProject(context);
  add(folder, received('plain'));
  const before = readFileSync(join(folder, 'content/rd21-2/36.md'), 'utf8');
  const again = add(folder, received('two-line-title'), '--number', '36');
  assert.equal(again.status, 1);
  assert.match(again.stderr, /已经有 content\/rd21-2\/36\.\w+，不覆盖/);
  assert.equal(add(folder, received('plain')).status, 1);
  assert.equal(readFileSync(join(folder, 'content/rd21-2/36.md'), 'utf8'), before);
  assert.equal(add(folder, received('plain'), '--number', '36-2').status, 0);
  assert.deepEqual(
    contentOf(folder),
    ['36-2.md', '36-2.txt', '36.md', '36.txt'].map((one) => `rd21-2/${one}`),
  );
});

test('what cannot be taken leaves nothing behind', (context) => {
  const folder = emptyProject(context);
  for (const { name, file, expected } of cases.filter((one) => one.name.startsWith('refused-pa'))) {
    const { status, stdout, stderr } = add(folder, resolve(file), '--json');
    assert.equal(status, 1, name);
    assert.equal(stdout, '', name);
    assert.ok(stderr.includes(`${resolve(file)}：${expected.what!}`), stderr);
    assert.match(stderr, /改法：/);
  }
  assert.deepEqual(contentOf(folder), []);
});

test('a command that cannot be understood says how to write it', (context) => {
  const folder = emptyProject(context);
  for (const args of [
    [],
    ['a.txt', 'b.txt'],
    ['a.txt', '--session', '17'],
    ['a.txt', '--nummer', '3'],
  ]) {
    const { status, stderr } = add(folder, ...args);
    assert.equal(status, 1);
    assert.match(stderr, /用法：npm run add -- 文件/);
  }
  assert.match(add(folder, 'none.docx').stderr, /none\.docx：没有这个文件/);
});

test('a letter that must be asked about waits as a draft, and stops nobody', async (context) => {
  const folder = emptyProject(context);
  add(folder, received('plain'));
  const { status, stdout } = add(folder, received('session-missing'));
  assert.equal(status, 2);
  assert.match(stdout, /公布之前必须回答：[\s\S]*届次/);
  const { letters, drafts, diagnostics } = await loadLetters(folder);
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    letters.map(({ key }) => key),
    ['rd21-2/36'],
  );
  const [draft] = drafts;
  assert.deepEqual(
    draft?.questions.map(({ where }) => where),
    ['届次', '编号'],
  );
  assert.deepEqual(draft?.diagnostics, []);
});

test('a received file left alone by a kill is no letter, and is taken up again', async (context) => {
  const folder = emptyProject(context);
  mkdirSync(join(folder, 'content/rd21-2'));
  writeFileSync(join(folder, 'content/rd21-2/36.txt'), readFileSync(received('plain')));
  const { letters, diagnostics } = await loadLetters(folder);
  assert.deepEqual(letters, []);
  assert.match(diagnostics[0]?.message ?? '', /旁边没有整理的文本/);
  assert.equal(add(folder, received('plain')).status, 0);
  assert.equal((await loadLetters(folder)).letters.length, 1);
});

test('the text of the proposal is added with the letter, or to it later, but to no letter that is not there', async (context) => {
  const folder = emptyProject(context);
  const proposal = join(folder, 'proposal.txt');
  writeFileSync(
    proposal,
    '提案 第36号\n公开方式：主动公开\n关于修桥的建议\n领衔代表：张三\n一、现状\n桥断了，请修。\n1. 先修东门桥。\n- 1 -\n',
  );
  const address = ['--session', 'rd21-2', '--number', '36'];
  const alone = add(folder, '--proposal', proposal, ...address);
  assert.equal(alone.status, 1);
  assert.match(alone.stderr, /proposal\.txt：没有答复 content\/rd21-2\/36\.md/);
  assert.deepEqual(contentOf(folder), []);
  const { status, stdout } = add(folder, received('plain'), '--proposal', proposal);
  assert.equal(status, 0, stdout);
  assert.match(
    stdout,
    /建议全文：已写出 content\/rd21-2\/36\.proposal\.md.*\n {2}标题：关于修桥的建议/,
  );
  const { letters, diagnostics } = await loadLetters(folder);
  assert.deepEqual(diagnostics, []);
  const { remarks, sections, source } = letters[0]!.proposalText!;
  assert.deepEqual(remarks, ['提案 第36号']);
  assert.equal(sections[0]!.heading, '一、现状');
  assert.deepEqual(
    source.omitted.map(({ text }) => text),
    ['公开方式：主动公开', '- 1 -'],
  );
  assert.match(add(folder, '--proposal', proposal, ...address).stderr, /不覆盖/);
});
