import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { KILL, KILL_STRIDE } from '../../tests/support/kills.ts';
import { newFolder } from '../../tests/support/project.ts';
import { snapshot } from '../../tests/support/snapshot.ts';
import { completeChanges } from './transaction.ts';

const ROOM = pathToFileURL('src/takedown/transaction.ts').href;
const CHANGE = `
  import { makeChanges } from '${ROOM}';
  const bytes = new TextEncoder().encode('new');
  makeChanges('.', [
    { file: 'private/rd1-1/1.docx', bytes },
    { file: 'content/1.txt', bytes },
    { file: 'content/1.md', bytes },
    { file: 'content/1.docx' },
  ]);`;

test('killed at a step, all changes are made or none, once the next run has completed them', async () => {
  const root = newFolder();
  const prepare = () => {
    for (const name of ['content', 'private', 'dist', '.cache'])
      rmSync(join(root, name), { recursive: true, force: true });
    for (const name of ['content/1.md', 'content/1.docx', 'dist/a', '.cache/a']) {
      mkdirSync(join(root, name, '..'), { recursive: true });
      writeFileSync(join(root, name), 'old');
    }
  };
  const end = async (step: number) =>
    (
      await once(
        spawn(process.execPath, [KILL, '--input-type=module', '--eval', CHANGE], {
          cwd: root,
          env: { ...process.env, KILL_AT: `${step} ^(?!read)\\w+ .*(content|private|dist|cache)` },
          detached: true,
        }),
        'close',
      )
    )[1] as unknown;
  const seen = new Set<boolean>();
  let step = 1;
  for (prepare(); (await end(step)) === 'SIGKILL'; prepare(), step += KILL_STRIDE) {
    seen.add(completeChanges(root));
    const files = snapshot(join(root, 'content'));
    const isDone = existsSync(join(root, 'private/rd1-1/1.docx'));
    const [before, after] = ['old', 'new'].map((text) => Buffer.from(text).toString('base64'));
    const visible = Object.entries(files).filter(([name]) => !name.startsWith('.'));
    assert.deepEqual(
      Object.fromEntries(visible),
      isDone ? { '1.md': after, '1.txt': after } : { '1.docx': before, '1.md': before },
      `step ${step}`,
    );
    if (isDone)
      for (const made of ['dist', '.cache', 'private/.plan.json'])
        assert.ok(!existsSync(join(root, made)), made);
  }
  assert.ok(step > 8, String(step));
  assert.deepEqual([...seen], [false, true]);
});
