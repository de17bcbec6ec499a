import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { run } from './project.ts';
import { cases } from './received.ts';
import { filesOf } from './site.ts';

/** A project with an empty `content/`, gone after the test. */
export function emptyProject(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'add-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'content'));
  for (const part of ['src', 'scripts', 'node_modules', 'package.json'])
    symlinkSync(resolve(part), join(folder, part));
  return folder;
}
/** The case of `tests/import` with a name. */
export const caseOf = (name: string) => cases.find((one) => one.name === name)!;
/** Runs `npm run add` in a project. */
export const add = (folder: string, ...args: string[]) => run(folder, ['scripts/add.ts', ...args]);
/** The received file of a case of `tests/import`. */
export const received = (name: string) => resolve(caseOf(name).file);
/** The files below `content/` of a project. */
export const contentOf = (folder: string) => filesOf(join(folder, 'content'));
