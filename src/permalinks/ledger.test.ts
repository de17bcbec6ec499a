import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { newFolder } from '../../tests/support/project.ts';
import { formatLedgerFile, LEDGER, loadLedger, readLedger } from './ledger.ts';

const FILE = `${LEDGER}/rd17-3.txt`;
const entries = (names: string) =>
  new Map(names.split(' ').map((name) => name.split('=') as [string, string]));
const PAGES: [string, Map<string, string>][] = [
  ['rd17-3/', new Map()],
  [
    'rd17-3/9/',
    entries('#notes #p1=00112233 #p2=withheld corrections=1 source.txt=89abcdef title=0123abcd'),
  ],
  ['rd17-3/9/figures/', new Map()],
];
const TEXT = formatLedgerFile(
  PAGES.map(([path, names]) => [
    path,
    new Map([...names].map(([name, value]) => [name, value ?? ''])),
  ]),
);

/** A project whose ledger has this text in its file for one session. */
function projectWith(text: string): string {
  const root = newFolder();
  mkdirSync(join(root, LEDGER), { recursive: true });
  writeFileSync(join(root, FILE), text);
  return root;
}
const problems = (root: string) =>
  readLedger(root).diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`);

test('a ledger is read as it was written, also with the line ends and the mark of Windows', () => {
  for (const text of [TEXT, TEXT.trimEnd(), `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`]) {
    const ledger = loadLedger(projectWith(text));
    assert.deepEqual(problems(projectWith(text)), []);
    assert.equal(formatLedgerFile([...ledger].map(([path, page]) => [path, page.entries])), TEXT);
    assert.equal(ledger.get('rd17-3/9/')?.line, 4);
  }
});

for (const [what, change, message] of [
  ['cut at an entry', (text: string) => text.slice(0, text.indexOf('#p2=') + 4), /:4 “#p2=”/],
  [
    'cut between two lines',
    (text: string) => text.split('\n').slice(0, 4).join('\n'),
    /:4 与登记时不同/,
  ],
  ['emptied', () => '', /:1 与登记时不同/],
  [
    'without one of its lines',
    (text: string) => text.replace('rd17-3/9/figures/\n', ''),
    /:5 与登记时不同/,
  ],
  [
    'with a line twice',
    (text: string) => text.replace(/^rd17-3\/9\/ .*\n/m, '$&$&'),
    /:5 网址 rd17-3\/9\/ 在第 4 行已有/,
  ],
  [
    'with another fingerprint',
    (text: string) => text.replace('00112233', '00112234'),
    /:6 与登记时不同/,
  ],
  [
    'with a fingerprint too short',
    (text: string) => text.replace('00112233', '0011223'),
    /:4 “#p1=0011223”/,
  ],
  ['without a fingerprint', (text: string) => text.replace('=0123abcd', ''), /:4 title 后面缺少/],
  [
    'without the fingerprint of its source',
    (text: string) => text.replace('=89abcdef', ''),
    /:4 source\.txt 后面缺少/,
  ],
  [
    'with an entry twice',
    (text: string) => text.replace('#notes', '#notes #notes'),
    /:4 #notes 写了两次/,
  ],
  ['with random bytes', (text: string) => text.replace('title', '\u0007\uFFFD标x'), /:4 “/],
  [
    'with a page of another session',
    (text: string) => text.replace('rd17-3/9/ ', 'rd17-4/9/ '),
    /:4 网址 rd17-4\/9\/ 不登记在这个文件里/,
  ],
  [
    'with both sides of a merge',
    (text: string) => text.replace('rd17-3/9/ ', '<<<<<<< HEAD\n$&'),
    /:4 “<<<<<<<”不是网址/,
  ],
] as const)
  test(`reported with file and line: a ledger ${what}`, () => {
    const text = change(TEXT);
    assert.notEqual(text, TEXT);
    const [first = ''] = problems(projectWith(text));
    assert.match(first, message);
    assert.ok(first.startsWith(FILE));
    assert.throws(
      () => loadLedger(projectWith(text)),
      /content\/addresses\/rd17-3\.txt:\d.*\n.*改法：.*git/,
    );
  });

test('reported: a folder in the place of a file, and a file in the place of the folder', () => {
  const root = projectWith(TEXT);
  mkdirSync(join(root, LEDGER, 'site.txt'));
  assert.deepEqual(problems(root), [`${LEDGER}/site.txt:1 应是普通的文件`]);
  rmSync(join(root, LEDGER), { recursive: true });
  assert.deepEqual(problems(root), []);
  writeFileSync(join(root, LEDGER), '');
  assert.deepEqual(problems(root), [`${LEDGER}:1 应是文件夹，却是文件或链接`]);
});

test('the ledger of this project is whole', () => {
  assert.deepEqual(problems(process.cwd()), []);
  assert.match(readFileSync(FILE, 'utf8'), /\n# 以上 \d+ 行，校验码 [\da-f]{8}\n$/);
});
