import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { newFolder } from '../../tests/support/project.ts';
import { ContentError, wholeFile } from '../../src/diagnostics.ts';
import { explainError } from './explain-error.ts';

/** The message for what a function throws. */
function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return explainError(error);
  }
  throw new Error('it throws nothing');
}
const systemError = (fields: object) => Object.assign(new Error('in English'), fields);

test('the file or broken link in the place of a folder is named, not what was looked for in it', () => {
  const folder = newFolder();
  const at = (name: string) => join(folder, name);
  writeFileSync(at('file'), '');
  symlinkSync('/nowhere', at('broken'));
  symlinkSync('loop', at('loop'));
  for (const [run, message] of [
    [
      () => mkdirSync(at('file/a/b'), { recursive: true }),
      /^要用的文件夹已是别的文件.*\/file。改法/,
    ],
    [() => readFileSync(at('file/a/b')), /^要用的文件夹已是别的文件.*\/file。改法/],
    [() => readFileSync(at('broken/a')), /^没有这个文件或文件夹.*\/broken。改法/],
    [() => readFileSync(at('loop/a')), /^链接绕成了一圈.*\/loop。改法/],
    [() => rmSync(at('loop/a'), { recursive: true, force: true }), /^链接绕成了一圈.*\/loop。改法/],
    [() => readFileSync(at('nothing/a')), /^没有这个文件或文件夹.*\/nothing\/a。改法/],
    [() => writeFileSync(at('a'.repeat(300)), ''), /^名称太长/],
  ] as const)
    assert.match(messageOf(run), message);
});

test('of a copy or a rename the path that fails is named', () => {
  const folder = newFolder();
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  writeFileSync(from, '');
  const copy = { syscall: 'copyfile', path: from, dest: to };
  assert.match(
    explainError(systemError({ ...copy, code: 'ENOSPC' })),
    /磁盘已满（ENOSPC）：.*\/to。/,
  );
  rmSync(from);
  assert.match(explainError(systemError({ ...copy, code: 'ENOENT' })), /没有.*\/from。/);
  const rename = { code: 'EBUSY', syscall: 'rename', path: from, dest: to };
  assert.match(explainError(systemError(rename)), /正被占用（EBUSY）：.*\/from。/);
  mkdirSync(to);
  assert.match(explainError(systemError(rename)), /正被占用（EBUSY）：.*\/to。/);
});

test('what native programs, causes and codes unknown here say is explained too', () => {
  const rolldown = new Error(
    'Build failed\n\nFailed to write file in /srv/site/a.mjs\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:\n   0: <unknown>',
  );
  assert.match(explainError(rolldown), /^磁盘已满（ENOSPC）：\/srv\/site\/a\.mjs。改法：/);
  const inner = systemError({ code: 'ESTALE', syscall: 'read', path: '/srv/a' });
  assert.match(
    explainError(new Error('outer', { cause: new AggregateError([inner]) })),
    /^系统报错（ESTALE）：\/srv\/a。改法：/,
  );
  const content = new ContentError([wholeFile('content/a', '错了', '改')]);
  assert.match(explainError(new Error('outer', { cause: content })), /^内容有 1 处问题/);
});

test('any other error is a fault of the program, and keeps its stack', () => {
  assert.match(explainError(new TypeError('oops')), /^这是程序的错误.*\nTypeError: oops\n +at /);
  assert.match(explainError('oops'), /^这是程序的错误.*\noops$/);
});
