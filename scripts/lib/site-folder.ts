import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { endedFolders, entryAt, keepDates, makeTreeReadable, newFolderId } from './folders.ts';

/**
 * `dist` is a plain folder. A build is made beside it, on the same disk, and verified there:
 *
 *     .dist.build/2026-11-23T03-58-12-345Z-1f0c-4711/site
 *
 * Two renames put it in place: `dist` becomes `old` in that folder, and `site` becomes `dist`. Between the
 * two there is no `dist`; if a process was killed there, `restoreSite` brings the old `dist` back.
 */
export interface SiteBuild {
  /** The folder that the build replaces. */
  target: string;
  /** The build's own folder. */
  folder: string;
  /** The files of the site, within `folder`. */
  site: string;
}

const hiddenBeside = (target: string, name: string) =>
  join(dirname(target), `.${basename(target)}.${name}`);
const storeOf = (target: string) => hiddenBeside(target, 'build');
const oldIn = (folder: string) => join(folder, 'old');

/** Removes a build's own folder. If there is no `target`, it first brings back the site that the build had put aside. */
export function removeBuild({ target, folder }: Pick<SiteBuild, 'target' | 'folder'>): void {
  if (!entryAt(target) && entryAt(oldIn(folder))) renameSync(oldIn(folder), target);
  rmSync(folder, { recursive: true, force: true });
}

/** Brings `dist` back if a build was killed between its two renames, and removes the folders of ended builds. */
export function restoreSite(path: string): void {
  const target = resolve(path);
  for (const folder of endedFolders(storeOf(target))) removeBuild({ target, folder });
}

/** Creates an empty folder for a build that will replace `path`. */
export function startSite(path: string): SiteBuild {
  const target = resolve(path);
  restoreSite(target);
  const folder = join(storeOf(target), newFolderId());
  const site = join(folder, 'site');
  mkdirSync(site, { recursive: true });
  return { target, folder, site };
}

/** Puts `site` in the place of `target`, which becomes `old`; returns false if another build got in between. */
function swap(target: string, site: string, old: string): boolean {
  try {
    if (entryAt(target)) renameSync(target, old);
    renameSync(site, target);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (/^(ENOENT|ENOTEMPTY|EEXIST)$/.test(code) && existsSync(site)) return false;
    throw error;
  }
}

/**
 * Replaces the former site by a whole, verified site. Files that did not change keep their dates. The last of
 * two builds that end at the same time wins.
 */
export function placeSite({ target, folder, site }: SiteBuild): void {
  makeTreeReadable(site);
  if (existsSync(target)) keepDates(site, target);
  const old = oldIn(folder);
  while (!swap(target, site, old)) rmSync(old, { recursive: true, force: true });
  removeLinkedVersions(target);
}

/** Removes the versions that `dist` was a link to when it was made by earlier releases of this project. */
function removeLinkedVersions(target: string): void {
  const store = hiddenBeside(target, 'versions');
  for (const folder of endedFolders(store)) rmSync(folder, { recursive: true, force: true });
  if (existsSync(store) && readdirSync(store).length === 0) rmdirSync(store);
}
