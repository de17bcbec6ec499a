import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { contentOf } from '../../tests/support/content.ts';
import { PROPOSAL, PROPOSAL_RECEIVED, RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import { letterText } from '../letter/text.ts';
import { fingerprints, NO_FINGERPRINT } from '../permalinks/fingerprints.ts';
import { formatLedgerFile } from '../permalinks/ledger.ts';
import { withhold } from '../takedown/withhold.ts';
import { returnLetter, withdraw } from '../takedown/withdraw.ts';
import { loadLetters } from './letters.ts';

const project = (context: TestContext, files: Record<string, string> = {}) =>
  contentOf(context, {
    'site.yaml': 'moved: []\n',
    'rd17-3/9.md': SAMPLE,
    'rd17-3/9.txt': RECEIVED,
    'rd17-3/9.proposal.md': PROPOSAL,
    'rd17-3/9.proposal.txt': PROPOSAL_RECEIVED,
    ...files,
  });
const messages = async (context: TestContext, files: Record<string, string>) =>
  (await loadLetters(project(context, files))).diagnostics.map(
    ({ file, line, message }) => `${file}:${line} ${message}`,
  );

test('the text of a proposal beside a letter is read and belongs to the letter', async (context) => {
  const { letters, diagnostics } = await loadLetters(project(context));
  assert.deepEqual(diagnostics, []);
  const { proposalText } = letters[0]!;
  assert.equal(proposalText!.key, 'rd17-3/9/proposal');
  assert.deepEqual(
    letterText(proposalText!).map(({ id }) => id),
    ['remarks', 'title', 'p1', 's1', 'p2', 't1'],
  );
});

const both = (from: string, to: string) => ({
  'rd17-3/9.proposal.md': PROPOSAL.replace(from, to),
  'rd17-3/9.proposal.txt': PROPOSAL_RECEIVED.replace(from, to),
});
const FAULTS: [files: Record<string, string>, words: RegExp][] = [
  [
    { 'rd17-3/9.proposal.txt': PROPOSAL_RECEIVED.replace('20', '30') },
    /proposal\.md:\d+ 第 \d+ 字/,
  ],
  [both('请修', '电话13800138000，请修'), /proposal\.md:13 “13800138000”像是个人信息/],
  [both('第9号建议', '秘密★1年'), /写着“秘密★1年.*还没有人审查/],
  [{ 'rd17-3/9.proposal.md': PROPOSAL.replace('measures: 1', 'measures: 2') }, /写明有 2 条/],
  [
    { 'rd17-3/9.proposal.md': PROPOSAL.replace('parts:', 'summary: 一\nparts:') },
    /没有名为 summary/,
  ],
  [{ 'rd17-3/10.proposal.txt': '' }, /10\.proposal\.txt:1 旁边没有整理的文本/],
  [{ 'rd17-3/9.md': SAMPLE.replace('lead: 张三', 'lead: 张三\n  url: www.a.cn') }, /url.*不是网址/],
  [
    { 'rd17-3/9.md': SAMPLE.replace('lead: 张三', 'lead: 张三\n  url: https://a.cn/9') },
    /url 和 seen 要一起写/,
  ],
];

test('it is held to the same proof and the same decisions as a letter', async (context) => {
  for (const [files, words] of FAULTS)
    assert.match((await messages(context, files)).join('\n'), words);
});

test('a proposal in draft keeps no letter from being published', async (context) => {
  const draft = PROPOSAL.replace('published', 'draft: true\nquestions: []\npublished');
  const { letters, drafts, diagnostics } = await loadLetters(
    project(context, { 'rd17-3/9.proposal.md': draft }),
  );
  assert.deepEqual(diagnostics, []);
  assert.equal(letters[0]!.proposalText, undefined);
  assert.deepEqual(
    drafts.map(({ key }) => key),
    ['rd17-3/9/proposal'],
  );
});

test('words of it are withheld, and it is withdrawn and returned with its letter', async (context) => {
  const root = project(context);
  const { letters } = await loadLetters(root);
  const texts = [letters[0]!, letters[0]!.proposalText!];
  const ledger = join(root, 'content/addresses/rd17-3.txt');
  mkdirSync(join(root, 'content/addresses'));
  writeFileSync(
    ledger,
    formatLedgerFile(texts.map((each) => [`${each.key}/`, fingerprints(each)])),
  );
  const read = (file: string) => readFileSync(join(root, file), 'utf8');

  const decision = { why: '个人信息', on: '2026-12-01' };
  const key = 'rd17-3/9/proposal';
  await withhold(root, { key, at: 'p1', words: '张三', all: false, ...decision });
  assert.match(read('content/rd17-3/9.proposal.txt'), /提出人：（依法不公开）/);
  assert.match(read('private/rd17-3/9.proposal.txt'), /提出人：张三/);
  assert.match(
    read('content/addresses/rd17-3.txt'),
    /proposal\/ .*#p1=withheld .*source\.txt=with/,
  );
  const after = await loadLetters(root);
  assert.deepEqual(after.diagnostics, []);
  assert.equal(fingerprints(after.letters[0]!.proposalText!).get('#p1'), NO_FINGERPRINT);

  const files = ['9.md', '9.txt', '9.proposal.md', '9.proposal.txt'];
  const before = files.map((file) => read(`content/rd17-3/${file}`));
  withdraw(root, { key: 'rd17-3/9', ...decision });
  assert.ok(!existsSync(join(root, 'content/rd17-3/9.proposal.txt')));
  const { withdrawn, diagnostics } = await loadLetters(root);
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(withdrawn[0]!.proposalText!.fragments, ['p1', 'p2', 'remarks', 's1', 't1']);
  assert.ok(withdrawn[0]!.files.includes('proposal/source.txt'));
  assert.doesNotMatch(read('content/addresses/rd17-3.txt'), /=[\da-f]{8}/);
  returnLetter(root, 'rd17-3/9');
  assert.deepEqual(
    files.map((file) => read(`content/rd17-3/${file}`)),
    before,
  );
});
