import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { copyProject } from '../../scripts/lib/copy-project.ts';
import { astroBuild, run } from './project.ts';
import type { FixtureName, Recipe } from './recipes.ts';
import { fileOf } from './site.ts';

/** Below the project, so that a test that is run again finds what has not changed. */
export const FOLDER = resolve('.cache/tests');
/** The inputs of the site. */
const SITE_INPUTS = [
  'astro.config.mjs',
  'content',
  'package-lock.json',
  'public',
  'scripts',
  'src',
];
/** The inputs of a fixture. */
const INPUTS = [...SITE_INPUTS, 'bench', 'tests/import', 'tests/support'];

/** Returns true if `dist` was built after the last change to its inputs. */
export const isSiteFresh = (): boolean =>
  existsSync('dist') && statSync('dist').mtimeMs > lastChange(SITE_INPUTS);

/** The latest time, in ms, at which a file or folder changed, folders with all that is below them. */
function lastChange(paths: string[]): number {
  return Math.max(
    ...paths.map((path) => {
      const stat = statSync(path);
      if (!stat.isDirectory()) return stat.mtimeMs;
      const below = readdirSync(path)
        .filter((name) => !name.endsWith('.test.ts'))
        .map((name) => join(path, name));
      return Math.max(stat.mtimeMs, lastChange(below));
    }),
  );
}

/** Returns true if the process that owns a lock has ended. */
function isAbandoned(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Waits until no other process builds this fixture, and locks it. Returns the function that unlocks it. */
async function takeLock(lock: string): Promise<() => void> {
  mkdirSync(FOLDER, { recursive: true });
  for (;;)
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isAbandoned(lock)) rmSync(lock, { force: true });
      else await pause(200);
    }
}

/** Builds a fixture unless it is newer than all of its inputs. Throws with the output of the build if it fails. */
export async function buildFixture(name: FixtureName): Promise<void> {
  const folder = join(FOLDER, name);
  const log = join(folder, 'build.log');
  const unlock = await takeLock(`${folder}.lock`);
  try {
    if (existsSync(log) && statSync(log).mtimeMs > lastChange(INPUTS)) return;
    rmSync(folder, { recursive: true, force: true });
    // Imported only here, since most callers find the fixture built.
    const { RECIPES } = await import('./recipes.ts');
    const { prepare, settings }: Recipe = RECIPES[name];
    copyProject(folder);
    await prepare(folder);
    const { status, output } = run(folder, astroBuild, settings);
    if (status !== 0) throw new Error(`the fixture “${name}” cannot be built:\n${output}`);
    writeFileSync(log, output);
  } finally {
    unlock();
  }
}

/** A built fixture: its project folder, its `dist`, and what is in it. */
export interface Fixture {
  folder: string;
  dist: string;
  /** Reads a page or file of the built site, by its path. */
  read(path: string): string;
  /** The output of the build. */
  log(): string;
  /** Waits until it is built. node:test starts all hooks of a file at once: those that read it wait here. */
  built(): Promise<void>;
}

/** A fixture for the tests of one file, built before the first of them. */
export function useFixture(name: FixtureName): Fixture {
  let building: Promise<void> | undefined;
  const built = () => (building ??= buildFixture(name));
  before(built);
  const folder = join(FOLDER, name);
  const dist = join(folder, 'dist');
  return {
    folder,
    dist,
    read: (path) => readFileSync(join(dist, fileOf(path)), 'utf8'),
    log: () => readFileSync(join(folder, 'build.log'), 'utf8'),
    built,
  };
}

/** `node tests/support/fixtures.ts NAME` builds a fixture. */
if (import.meta.main) await buildFixture(process.argv[2] as FixtureName);
