import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addLetter, type Addition, type AddOptions } from '../../src/intake/add.ts';

const FOLDER = 'tests/import';
/** The time at which the letters of the tests are added. */
export const NOW = new Date('2026-11-23T01:00:00Z');

/** The expected result of `npm run add` for a received file; `what` is the reason for a refusal. */
interface Expected {
  args: string[];
  exit: 0 | 1 | 2;
  what?: string;
  [result: string]: unknown;
}

/** A received file of the tests and what is expected of it: a folder of `tests/import`. */
export interface Case {
  name: string;
  file: string;
  expected: Expected;
}

/** All received files of the folder. */
export const cases: Case[] = readdirSync(FOLDER).map((name) => {
  const folder = join(FOLDER, name);
  const file = readdirSync(folder).find((one) => one.startsWith('received.'))!;
  const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  return { name, file: join(folder, file), expected };
});

/** A received file as an addition, as the command makes it. */
export function addCase({ file, expected: { args } }: Case): Promise<Addition> {
  const value = (flag: string) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
  const said: AddOptions = { session: value('--session'), number: value('--number') };
  return addLetter(file, readFileSync(file), said, NOW);
}
