import { resolve } from 'node:path';
import { describe } from 'node:test';
// These wait for files while they load; imported within a suite, they would outlast it.
import './letters.ts';
import './letter-pdfs.ts';

/**
 * Runs the test files that TOGETHER names, separated by spaces, in one process, each as a suite. They share
 * what they import, and Node starts once.
 */
for (const file of process.env['TOGETHER']?.split(' ') ?? [])
  describe(file, () => import(resolve(file)));
