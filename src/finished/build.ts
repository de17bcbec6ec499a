import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { BuiltPage } from '../built-site.ts';
import type { Letter } from '../letter/letter.ts';
import { folderKey, letterPath } from '../permalinks/paths.ts';
import { startStep } from '../progress.ts';
import { keepFolder, restoreFolder } from './store.ts';

/** The environment variable with the folder in which a build has its finished letters. */
export const FINISHED = 'FINISHED_LETTERS';

/** What the first step of a build leaves for the later steps. */
interface Plan {
  /** The key under which the files of each letter are kept, by the letter's key. */
  keys: [letter: string, key: string][];
  /** The letters whose files are finished. */
  finished: string[];
  /** The paths of their pages. */
  paths: string[];
}

const planFile = (folder: string) => join(folder, 'plan.json');
const pagesFile = (folder: string) => join(folder, 'pages');
const filesFolder = (folder: string) => join(folder, 'files');

/**
 * Puts the files of the letters that a former build has finished under their keys into `folder`, for the later
 * steps of this build. Returns the letters that are not finished.
 */
export function restoreLetters(
  letters: Letter[],
  keys: Map<string, string>,
  folder: string,
): Letter[] {
  const pages = new Map<string, BuiltPage>();
  const unfinished: Letter[] = [];
  const finished: string[] = [];
  const step = startStep('找没有改动的答复', letters.length);
  for (const letter of letters) {
    step.advance();
    const path = letterPath(letter);
    const found = restoreFolder(keys.get(letter.key)!, join(filesFolder(folder), path));
    if (!found) {
      unfinished.push(letter);
      continue;
    }
    finished.push(letter.key);
    for (const [file, page] of found.pages) pages.set(path + file, page);
  }
  step.end();
  const plan: Plan = {
    keys: [...keys],
    finished,
    paths: [...pages.keys()].map((file) => file.replace(/index\.html$/, '')),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(planFile(folder), JSON.stringify(plan));
  writeFileSync(pagesFile(folder), serialize(pages));
  return unfinished;
}

const readPlan = (folder: string): Plan =>
  JSON.parse(readFileSync(planFile(folder), 'utf8')) as Plan;

/** Counts the letters of a build that has its finished letters in `folder`, and those that are finished. */
export function countLetters(folder: string): { all: number; finished: number } {
  const { keys, finished } = readPlan(folder);
  return { all: keys.length, finished: finished.length };
}

/** The folder of this build, and its plan; undefined in `astro dev`. */
function findPlan(): { folder: string; plan: Plan } | undefined {
  const folder = process.env[FINISHED];
  return folder && existsSync(planFile(folder)) ? { folder, plan: readPlan(folder) } : undefined;
}

/** The letters whose files this build need not make, by their keys. */
export const finishedLetters = (): Set<string> => new Set(findPlan()?.plan.finished);

/** The paths of the pages that this build need not make. */
export const finishedPaths = (): string[] => findPlan()?.plan.paths ?? [];

/** Moves the finished files into the site; returns the facts about their pages. */
export function placeFinished(site: string): Map<string, BuiltPage> {
  const found = findPlan();
  if (!found) return new Map();
  for (const key of found.plan.finished) {
    const path = letterPath({ key });
    mkdirSync(dirname(join(site, path)), { recursive: true });
    renameSync(join(filesFolder(found.folder), path), join(site, path));
  }
  return deserialize(readFileSync(pagesFile(found.folder))) as Map<string, BuiltPage>;
}

/** Keeps the files of the letters that this build has made and verified, for later builds. */
export function keepLetters(site: string, pages: Map<string, BuiltPage>): void {
  const { keys, finished } = findPlan()?.plan ?? { keys: [], finished: [] };
  const done = new Set(finished);
  const folders = Map.groupBy(pages, ([file]) => folderKey(file));
  const fresh = keys.filter(([letter]) => !done.has(letter));
  const step = startStep('留下做好的答复', fresh.length);
  for (const [letter, key] of fresh) {
    const path = letterPath({ key: letter });
    const own = (folders.get(letter) ?? []).map(([file, page]): [string, BuiltPage] => [
      file.slice(path.length),
      page,
    ]);
    keepFolder(key, join(site, path), new Map(own));
    step.advance();
  }
  step.end();
}
