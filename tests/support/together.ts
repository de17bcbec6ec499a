import { resolve } from 'node:path';
import { describe } from 'node:test';

/**
 * Runs the test files that TOGETHER names, separated by spaces, in one process, each as a suite. They share
 * what they import, and Node starts once. All files are evaluated before a test runs, since a test may change
 * the working folder; and each before the next one, since its tests would otherwise join another's suite.
 */
await describe('files that need neither command, browser nor server', async () => {
  for (const file of process.env['TOGETHER']?.split(' ') ?? [])
    await new Promise<void>((evaluated) => {
      void describe(file, () => import(resolve(file)).finally(evaluated));
    });
});
