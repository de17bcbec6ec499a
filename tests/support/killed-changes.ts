import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { completeChanges } from '../../src/takedown/transaction.ts';
import { KILL } from './kills.ts';
import { copyProject } from './project.ts';
import { snapshot } from './snapshot.ts';

/** The files of a project's content without those that wait for their turn. */
const content = (project: string) =>
  Object.fromEntries(
    Object.entries(snapshot(join(project, 'content'))).filter(([file]) => !/(?:^|\/)\./.test(file)),
  );

/** Runs a script in a project, killed before the `step`-th change of its files; 0 kills never. */
export const runKilled = (project: string, command: string[], step = 0) =>
  once(
    spawn(process.execPath, [KILL, ...command], {
      cwd: project,
      env: {
        ...process.env,
        KILL_AT: `${step} ^(?!read)\\w+ .*(content|private|tests/example)`,
      },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
    'close',
  ) as Promise<[status: number | null, signal: string | null]>;

/**
 * Kills a command that changes the content of a project, at every step: each time it has changed all or nothing,
 * and the next command that is given again completes the rest.
 */
export async function assertAllOrNothing(start: string, command: string[]): Promise<void> {
  const end = copyProject(start);
  assert.deepEqual(await runKilled(end, command), [0, null]);
  const [before, after] = [content(start), content(end)];
  assert.notDeepEqual(before, after);
  const seen = new Set<boolean>();
  let steps = 0;
  for (;;) {
    const project = copyProject(start);
    const [, signal] = await runKilled(project, command, steps + 1);
    if (signal !== 'SIGKILL') break;
    steps++;
    const isDone = completeChanges(project);
    seen.add(isDone);
    assert.deepEqual(content(project), isDone ? after : before, `kill ${steps}`);
    // The interrupted command can be given again, or its opposite.
    const [status] = await runKilled(project, command);
    assert.equal(status, isDone ? 1 : 0);
    assert.deepEqual(content(project), after);
  }
  assert.ok(steps > 8, String(steps));
  assert.deepEqual([...seen], [false, true]);
}
