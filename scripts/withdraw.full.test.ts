import { test } from 'node:test';
import { assertAllOrNothing, runKilled } from '../tests/support/killed-changes.ts';
import { projectOf273 } from '../tests/support/takedown.ts';

const COMMAND = ['scripts/withdraw.ts', 'rd17-3/273'];
const DECISION = ['--why', '个人信息', '--on', '2026-12-01'];

test('withdraw, killed at any step, has changed everything or nothing', () =>
  assertAllOrNothing(projectOf273(), [...COMMAND, ...DECISION]));

test('withdraw --undo, killed at any step, has changed everything or nothing', async () => {
  const start = projectOf273();
  await runKilled(start, [...COMMAND, ...DECISION]);
  await assertAllOrNothing(start, [...COMMAND, '--undo']);
});
