import { test } from 'node:test';
import { QUESTIONS } from '../src/setup/answers.ts';
import { assertAllOrNothing } from '../tests/support/killed-changes.ts';
import { copyProject } from '../tests/support/project.ts';

test('init, killed at any step, has changed everything or nothing', () =>
  assertAllOrNothing(copyProject(), [
    'scripts/init.ts',
    ...QUESTIONS.flatMap(({ field, example }) => [`--${field}`, example]),
  ]));
