import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { copyProject, run } from '../tests/support/project.ts';
import { filesOf } from '../tests/support/site.ts';

const FILES = [
  'manifest-sha256.txt',
  'rd17-3-273.pdf',
  '图/分享图.png',
  '怎样粘贴.txt',
  '正文.html',
  '正文.txt',
  '著录.json',
  '著录.txt',
];
const handover = (folder: string, ...args: string[]) =>
  run(folder, ['scripts/handover.ts', ...args]);

test('a letter is handed over in one folder, which a second run replaces', () => {
  const folder = copyProject();
  const { status, output } = handover(folder, 'rd17-3/273');
  assert.equal(status, 0, output);
  assert.match(output, /没有设定公开的 SITE_URL/);
  const made = join(folder, 'handover/rd17-3-273');
  assert.deepEqual(filesOf(made).sort(), FILES);
  // What a killed run left is removed, what is another's stays.
  const beside = (name: string) => join(folder, 'handover', name);
  const left = [`rd17-3-273.${randomUUID()}`, `rd17-3-273.${randomUUID()}.former`].map(beside);
  const others = ['rd17-3-273.bak', `rd17-3-27.${randomUUID()}`].map(beside);
  for (const made of [...left, ...others]) mkdirSync(made);
  assert.equal(handover(folder, 'rd17-3/273').status, 0);
  assert.deepEqual([...left, ...others].filter(existsSync), others);

  // A file that a person changed or added is not lost.
  writeFileSync(join(made, '正文.txt'), '改过');
  writeFileSync(join(made, '我的.txt'), '');
  const again = handover(folder, 'rd17-3/273');
  assert.equal(again.status, 1, again.output);
  assert.match(again.output, /正文\.txt/);
  assert.match(again.output, /我的\.txt/);
  assert.equal(readFileSync(join(made, '正文.txt'), 'utf8'), '改过');
  assert.equal(handover(folder, 'rd17-3/273', '--to', 'elsewhere').status, 0);
});

test('what may not be public, and a slip, is refused in Chinese, and nothing is written', () => {
  const folder = copyProject();
  const edition = join(folder, 'content/rd17-3/273.md');
  const text = readFileSync(edition, 'utf8');
  const refusals: [string, string[], RegExp][] = [
    [text, ['rd17-3/999'], /content\/rd17-3\/999\.md:1 {2}没有这份答复/],
    [text, [], /写法：npm run handover/],
    [text, ['rd17-3/273', '--too', 'x'], /写法：npm run handover/],
    [text.replace('\npublished', '\ndraft: true\npublished'), ['rd17-3/273'], /还是草稿/],
    [text.replace('我市共有', '我市有'), ['rd17-3/273'], /273\.md:\d+ /],
  ];
  for (const [written, args, message] of refusals) {
    writeFileSync(edition, written);
    const { status, output } = handover(folder, ...args);
    assert.equal(status, 1, output);
    assert.match(output, message);
    assert.doesNotMatch(output, /^\s+at /m);
    assert.ok(!existsSync(join(folder, 'handover')));
  }
});
