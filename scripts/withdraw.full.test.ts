import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { completeChanges } from '../src/takedown/transaction.ts';
import { copyProject } from '../tests/support/project.ts';
import { snapshot } from '../tests/support/snapshot.ts';
import { projectOf273 } from '../tests/support/takedown.ts';

const KILL = `--import=${pathToFileURL(resolve('tests/support/kill.ts')).href}`;

/** The files of a project's content without those that wait for their turn. */
const content = (project: string) =>
  Object.fromEntries(
    Object.entries(snapshot(join(project, 'content'))).filter(([file]) => !/\/\./.test(file)),
  );

for (const args of [['--why', '个人信息', '--on', '2026-12-01'], ['--undo']])
  test(`withdraw ${args[0]}, killed at any step, has changed everything or nothing`, async () => {
    const start = projectOf273();
    const withdraw = (project: string, words: string[], step = 0) =>
      once(
        spawn(process.execPath, [KILL, 'scripts/withdraw.ts', 'rd17-3/273', ...words], {
          cwd: project,
          env: { ...process.env, KILL_AT: `${step} ^(?!read)\\w+ .*(content|private)` },
          detached: true,
        }),
        'close',
      );
    if (args[0] === '--undo') await withdraw(start, ['--why', '个人信息', '--on', '2026-12-01']);
    const end = copyProject(start);
    assert.deepEqual(await withdraw(end, args), [0, null]);
    const [before, after] = [content(start), content(end)];
    assert.notDeepEqual(before, after);
    const seen = new Set<boolean>();
    let steps = 0;
    for (;;) {
      const project = copyProject(start);
      const [, signal] = (await withdraw(project, args, steps + 1)) as [unknown, unknown];
      if (signal !== 'SIGKILL') break;
      steps++;
      const isDone = completeChanges(project);
      seen.add(isDone);
      assert.deepEqual(content(project), isDone ? after : before, `kill ${steps}`);
      // The interrupted command can be given again, or its opposite.
      const [status] = (await withdraw(project, args)) as [number];
      assert.equal(status, isDone ? 1 : 0);
      assert.deepEqual(content(project), after);
    }
    assert.ok(steps > 8, String(steps));
    assert.deepEqual([...seen], [false, true]);
  });
