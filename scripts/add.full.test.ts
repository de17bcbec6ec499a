import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { add, contentOf, emptyProject, received } from '../tests/support/add.ts';
import { KILL } from '../tests/support/kills.ts';

test('killed at any of its steps, it leaves nothing, the received file alone, or both, and can be run again', async (context) => {
  const folder = emptyProject(context);
  const end = async (step: number) => {
    rmSync(join(folder, 'content'), { recursive: true });
    mkdirSync(join(folder, 'content'));
    const child = spawn(process.execPath, [KILL, 'scripts/add.ts', received('plain')], {
      cwd: folder,
      env: { ...process.env, KILL_AT: `${step} ^(mkdir|open|link|rm).*/(content|\\.cache)` },
      detached: true,
      stdio: 'ignore',
    });
    return ((await once(child, 'close')) as [number | null, string | null])[1];
  };
  const both = ['rd21-2/36.md', 'rd21-2/36.txt'];
  const left = new Set<string>();
  for (let step = 1; (await end(step)) === 'SIGKILL'; step++) {
    left.add(contentOf(folder).join(' '));
    add(folder, received('plain'));
    assert.deepEqual(contentOf(folder), both, `after step ${step}`);
  }
  assert.deepEqual([...left], ['', 'rd21-2/36.txt', both.join(' ')]);
});
