import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadLetters } from '../src/content/letters.ts';
import { readLedger } from '../src/permalinks/ledger.ts';
import { contentOf, emptyProject, received } from '../tests/support/add.ts';
import { copyProject, environment, run } from '../tests/support/project.ts';

/** Starts a script in a folder; returns its status and output once it has ended. */
async function start(folder: string, ...command: string[]) {
  const child = spawn(process.execPath, command, { cwd: folder, env: environment() });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const [status] = (await once(child, 'close')) as [number | null];
  assert.doesNotMatch(output, /^\s+at /m, 'no stack');
  return { status, output };
}

test('of two that add the same letter at once, one writes it and the other says that it is there', async (context) => {
  for (let round = 0; round < 10; round++) {
    const folder = emptyProject(context);
    const both = await Promise.all(
      [1, 2].map(() => start(folder, 'scripts/add.ts', received('plain'))),
    );
    const [won, lost] = both.sort((a, b) => a.status! - b.status!);
    assert.equal(won!.status, 0, won!.output);
    assert.equal(lost!.status, 1, lost!.output);
    assert.match(lost!.output, /已经有 content\/rd21-2\/36\.|已是别的文件（EEXIST）/);
    assert.deepEqual(contentOf(folder), ['rd21-2/36.md', 'rd21-2/36.txt']);
    const { letters, diagnostics } = await loadLetters(folder);
    assert.deepEqual([letters.length, diagnostics], [1, []]);
  }
});

test('a ledger that is entered while the site is built, or twice at once, is whole', async () => {
  const folder = copyProject();
  rmSync(join(folder, 'content/addresses'), { recursive: true });
  assert.equal(run(folder, ['scripts/build.ts']).status, 0);
  const ended = await Promise.all([
    start(folder, 'scripts/build.ts'),
    start(folder, 'scripts/record.ts'),
    start(folder, 'scripts/record.ts'),
  ]);
  for (const { status, output } of ended) assert.equal(status, 0, output);
  const { ledger, diagnostics } = readLedger(folder);
  assert.deepEqual(diagnostics, []);
  assert.ok(ledger.has('rd17-3/273/'));
  assert.match(run(folder, ['scripts/record.ts']).output, /没有新的内容要登记/);
  assert.match(readFileSync(join(folder, 'dist/index.html'), 'utf8'), /<\/html>/);
});
