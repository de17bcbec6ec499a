import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runHostileFiles } from '../bench/hostile-files.ts';

/** The most seconds of the processor; on a machine with nothing else to do, each file ends in two. */
const MOST_SECONDS = 4;

test('each hostile file ends at once, with a Chinese message that names it', async () => {
  for await (const { name, add, check } of runHostileFiles()) {
    for (const { seconds } of [add, check])
      assert.ok(seconds < MOST_SECONDS, `${name}: ${seconds} seconds`);
    assert.match(check.problem, /^content\/rd17-3\/9\.[\w.]+：.*\p{Script=Han}/u, name);
    if (add.problem !== '') assert.match(add.problem, /\p{Script=Han}/u, name);
  }
});
