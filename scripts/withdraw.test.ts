import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadContent } from '../src/content/load.ts';
import { NO_FINGERPRINT } from '../src/permalinks/fingerprints.ts';
import { formatLedgerFile, loadLedger } from '../src/permalinks/ledger.ts';
import { Refusal } from '../src/refusal.ts';
import { returnLetter, withdraw } from '../src/takedown/withdraw.ts';
import { run } from '../tests/support/project.ts';
import { snapshot } from '../tests/support/snapshot.ts';
import { filesOf } from '../tests/support/site.ts';
import { projectOf273 } from '../tests/support/takedown.ts';

const KEY = 'rd17-3/273';
const EDITION = `content/${KEY}.md`;
const DECISION = { key: KEY, why: '个人信息', on: '2026-12-01' };
const content = (project: string) => snapshot(join(project, 'content'));
const edit = (project: string, file: string, change: (text: string) => string) =>
  writeFileSync(join(project, file), change(readFileSync(join(project, file), 'utf8')));
/** The message of a Refusal; undefined if the command was not refused. */
function refusalOf(command: () => unknown): string | undefined {
  try {
    command();
    return undefined;
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return error.message;
  }
}
const problemsOf = (project: string): Promise<string> =>
  loadContent(project).then(
    () => '',
    (error: Error) => error.message,
  );

test('of a withdrawn letter a stub and its addresses remain; --undo returns every byte', async () => {
  const project = projectOf273();
  // The ledger also keeps the words' fingerprints at an address that now leads to the letter.
  const rows = [...loadLedger(project)].filter(([path]) => path.startsWith('rd17-3/'));
  const old = rows.map(([path, page]) => [path.replace('273', '272'), page.entries] as const);
  writeFileSync(
    join(project, 'content/addresses/rd17-3.txt'),
    formatLedgerFile([
      ...new Map([...rows.map(([path, { entries }]) => [path, entries] as const), ...old]),
    ]),
  );
  edit(
    project,
    'content/site.yaml',
    (text) =>
      `${text}moved: [{from: rd17-3/272/, to: rd17-3/273/}, {from: rd17-3/272/figures/, to: rd17-3/273/figures/}]\n`,
  );
  assert.equal(await problemsOf(project), '');
  const before = content(project);
  const MADE = [
    ...['dist', '.cache', '.dist.versions', 'look', 'handover/rd17-3-273'],
    `handover/rd17-3-273.${randomUUID()}`,
  ];
  for (const made of MADE) mkdirSync(join(project, made), { recursive: true });

  const { status, output } = run(project, [
    'scripts/withdraw.ts',
    ...[KEY, '--why', '个人信息', '--by', '某某局', '--on', '2026-12-01'],
  ]);
  assert.equal(status, 0, output);
  assert.match(output, /已撤下 rd17-3\/273。[^]*private\/withdrawn\/rd17-3\/273\.txt[^]*--purge/);
  assert.deepEqual(
    Object.keys(content(project)).filter((file) => file.startsWith('rd17-3/')),
    ['rd17-3/273.md'],
  );
  assert.equal(
    readFileSync(join(project, EDITION), 'utf8'),
    '---\nwithdrawn:\n  on: 2026-12-01\n  why: 个人信息\n  by: 某某局\n---\n',
  );
  for (const made of MADE) assert.ok(!existsSync(join(project, made)), made);
  for (const path of ['rd17-3/272/', 'rd17-3/273/']) {
    const { entries } = loadLedger(project).get(path)!;
    assert.ok(entries.has('#p4') && entries.has('letter.txt'));
    for (const [name, print] of entries)
      assert.ok(['', NO_FINGERPRINT].includes(print) || name === 'corrections', `${path} ${name}`);
  }
  const { letters, withdrawn } = await loadContent(project);
  assert.deepEqual(letters, []);
  assert.equal(withdrawn[0]?.hasFigures, true);
  assert.ok(withdrawn[0].files.includes('letter.txt') && withdrawn[0].files.includes('qr.svg'));
  assert.ok(withdrawn[0].fragments.includes('p4') && withdrawn[0].fragments.includes('notes'));
  assert.match(run(project, ['scripts/check.ts']).output, /另有 1 份已撤下/);
  assert.match(run(project, ['scripts/handover.ts', KEY]).output, /已经撤下，不能交出/);

  assert.equal(run(project, ['scripts/withdraw.ts', KEY, '--undo']).status, 0);
  assert.deepEqual(content(project), before);
  assert.deepEqual(filesOf(join(project, 'private')), []);
});

test('what remains of a withdrawn letter is a problem, and so is a stub that was written by hand', async () => {
  const project = projectOf273();
  const received = readFileSync(join(project, 'content/rd17-3/273.txt'));
  const ledger = readFileSync(join(project, 'content/addresses/rd17-3.txt'));
  const edition = readFileSync(join(project, EDITION), 'utf8');
  withdraw(project, DECISION);
  const stub = readFileSync(join(project, EDITION), 'utf8');
  for (const [file, bytes, message] of [
    [
      'content/rd17-3/273.txt',
      received,
      /273\.txt:1 .*273\.md 写明答复已经撤下，这个文件却还在\n +改法/,
    ],
    [
      'content/rd17-3/274.md',
      stub,
      /274\.md:1 .*网址登记里没有这份答复.*\n +改法：.*没有公布过的，删去/,
    ],
    ['content/drafts/1.md', stub, /drafts\/1\.md:1 .*网址登记里没有/],
    [EDITION, `${stub}正文`, /273\.md:1 .*正文却还在\n +改法/],
    [
      EDITION,
      edition.replace('---\n', '---\nwithdrawn: {on: 2026-12-01, why: 错}\n'),
      /没有名为 .*title/,
    ],
    [EDITION, stub.replace('2026-12-01', '2026-13-01'), /273\.md:3 .*撤下日期.*不是日期/],
    [EDITION, stub.replace('why', 'whi'), /273\.md:\d .*whi/],
    ['content/addresses/rd17-3.txt', ledger, /273\.md:1 .*网址登记里却还有它的文字的指纹/],
  ] as const) {
    const path = join(project, file);
    const former = existsSync(path) ? readFileSync(path) : undefined;
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, bytes);
    assert.match(await problemsOf(project), message, file);
    if (former) writeFileSync(path, former);
    else rmSync(path);
  }
  assert.equal(await problemsOf(project), '');
});

test('whatever cannot be withdrawn or returned is refused, with a remedy, and nothing is changed', () => {
  const project = projectOf273();
  const refuse = (command: () => unknown, message: RegExp) => {
    const before = snapshot(join(project, 'content'));
    assert.match(refusalOf(command) ?? 'not refused', message);
    assert.deepEqual(snapshot(join(project, 'content')), before);
  };
  const undo = () => returnLetter(project, KEY);
  refuse(undo, /273\.md:1 {2}这份答复没有撤下/);
  refuse(
    () => withdraw(project, { ...DECISION, key: 'rd17-3/274' }),
    /274\.md:1 {2}没有这份答复\n +改法/,
  );
  refuse(
    () => withdraw(project, { ...DECISION, why: '电话13800138000' }),
    /像是个人信息（手机号）/,
  );
  edit(project, EDITION, (text) => text.replace('---\n', '---\ndraft: true\n'));
  refuse(() => withdraw(project, DECISION), /273\.md:1 {2}这是草稿.*\n +改法/);
  edit(project, EDITION, (text) => text.replace('draft: true\n', ''));
  const ledger = join(project, 'content/addresses/rd17-3.txt');
  const recorded = readFileSync(ledger);
  rmSync(ledger);
  refuse(() => withdraw(project, DECISION), /网址登记里没有这份答复/);
  writeFileSync(ledger, recorded);
  assert.ok(!existsSync(join(project, 'private')));

  withdraw(project, DECISION);
  refuse(() => withdraw(project, DECISION), /这份答复已经撤下\n +改法：.*--undo/);
  const { output } = run(project, [
    'scripts/withhold.ts',
    ...[KEY, '--at', 'p4', '--words', '某', '--why', '个人信息'],
  ]);
  assert.match(output, /这份答复已经整份撤下/);
  writeFileSync(join(project, 'content/rd17-3/273.txt'), '别的');
  refuse(undo, /273\.txt:1 {2}恢复时会盖住这个文件/);
  rmSync(join(project, 'content/rd17-3/273.txt'));
  rmSync(join(project, 'private/withdrawn'), { recursive: true });
  refuse(undo, /里没有这份答复的文件，不能恢复\n +改法/);
  for (const [args, message] of [
    [[KEY], /写法：npm run withdraw/],
    [[KEY, '--undo', '--why', '误'], /写法：npm run withdraw/],
    [[KEY, '--why', '误', '--on', '2026-02-30'], /不是日期。改法：/],
  ] as [string[], RegExp][])
    assert.match(run(project, ['scripts/withdraw.ts', ...args]).output, message);
});
