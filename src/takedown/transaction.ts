import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PRIVATE } from '../content/files.ts';
import { wholeFile } from '../diagnostics.ts';
import { startStep } from '../progress.ts';
import { Refusal } from '../refusal.ts';
import { writeWhole } from '../write-whole.ts';

/** A file of the project and its new bytes; without bytes it is removed. */
export interface FileChange {
  file: string;
  bytes?: Uint8Array | undefined;
}

/** The planned changes, which remain to be made if the process is killed. */
interface Plan {
  written: string[];
  removed: string[];
}

const PLAN = `${PRIVATE}/.plan.json`;
/** Folders with results of the content, which contain its words. */
const MADE = ['.cache', 'dist', '.dist.build', '.dist.versions', '.astro', 'look'];

/**
 * The path at which a new file waits: beside the file that it replaces, so that a single rename on one disk
 * puts it in place.
 */
const waiting = (file: string): string => `${dirname(file)}/.${file.replace(/^.*\//, '')}.waiting`;

/** Thrown, with its cause, if the planned changes could not all be made: the plan waits for the next command. */
export class Unfinished extends Error {}

/** Reads the plan of a process that ended early. Throws a Refusal if it cannot be read. */
function readPlan(root: string): Plan {
  const text = readFileSync(join(root, PLAN), 'utf8');
  try {
    return JSON.parse(text) as Plan;
  } catch {
    const help = '移走它，用 git 取回 content/，再运行一次';
    throw new Refusal([wholeFile(PLAN, '没有做完的改动记在这里，但读不出来', help)]);
  }
}

function makePlanned(root: string, { written, removed }: Plan): void {
  for (const file of written)
    if (existsSync(join(root, waiting(file))))
      renameSync(join(root, waiting(file)), join(root, file));
  for (const name of removed) rmSync(join(root, name), { recursive: true, force: true });
  const step = startStep('删去缓存和 dist');
  for (const name of MADE) rmSync(join(root, name), { recursive: true, force: true });
  step.end();
  rmSync(join(root, PLAN));
}

/** Carries out the plan. Throws Unfinished. */
function carryOut(root: string): void {
  const plan = readPlan(root);
  try {
    makePlanned(root, plan);
  } catch (cause) {
    throw new Unfinished('', { cause });
  }
}

/** Completes the planned changes of a killed process; returns true if there were any. */
export function completeChanges(root: string): boolean {
  if (!existsSync(join(root, PLAN))) return false;
  carryOut(root);
  return true;
}

/**
 * Makes all of these changes or none, and removes the earlier results of the content. The new files are
 * complete on the disk before a single rename puts the plan in place; a process that is killed after that
 * leaves a plan that `completeChanges` carries out.
 */
export function makeChanges(root: string, changes: FileChange[]): void {
  const written = changes.filter((change) => change.bytes !== undefined);
  const plan: Plan = {
    written: written.map(({ file }) => file),
    removed: changes.filter(({ bytes }) => bytes === undefined).map(({ file }) => file),
  };
  try {
    mkdirSync(join(root, PRIVATE), { recursive: true });
    for (const { file, bytes = new Uint8Array() } of written) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeWhole(join(root, waiting(file)), bytes);
    }
    writeWhole(join(root, PLAN), Buffer.from(JSON.stringify(plan)));
  } catch (error) {
    for (const { file } of written) rmSync(join(root, waiting(file)), { force: true });
    throw error;
  }
  carryOut(root);
}
