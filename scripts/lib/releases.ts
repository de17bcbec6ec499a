import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import {
  endedFolders,
  entryAt,
  isFolderId,
  keepDates,
  makeReadable,
  makeTreeReadable,
  newFolderId,
} from './folders.ts';

/**
 * The folder that a web server serves is a link to the current release. The releases lie in a hidden folder
 * beside it:
 *
 *     replies → .replies.releases/2026-11-23T03-58-12-345Z-1f0c-4711/site
 *
 * A release is copied apart and becomes current when a single rename replaces the old link by a new link.
 * POSIX can rename a link over a link, but no folder over a full folder; so whenever the process ends, the
 * link leads to a whole release. The file `previous` beside `site` names the previous release.
 */
export interface Release {
  /** The link that the web server serves. */
  served: string;
  /** The release's own folder. */
  folder: string;
  /** The files of the site, within `folder`. */
  site: string;
}

/** The folder of releases; deployments by earlier versions of this tool have theirs in `.NAME.versions`. */
function storeOf(served: string): string {
  const named = (name: string) => join(dirname(served), `.${basename(served)}.${name}`);
  return existsSync(named('versions')) ? named('versions') : named('releases');
}
export const siteOf = (folder: string) => join(folder, 'site');
/** The file that names the previous release; earlier versions of this tool called it `former`. */
const PREVIOUS = ['previous', 'former'] as const;

/** The folder of the release that is served; undefined if `served` is no link to a release. */
export function currentRelease(served: string): string | undefined {
  if (!entryAt(served)?.isSymbolicLink()) return undefined;
  const site = resolve(dirname(served), readlinkSync(served));
  const folder = dirname(site);
  const isRelease = dirname(folder) === storeOf(served) && isFolderId(basename(folder));
  return isRelease && site === siteOf(folder) ? folder : undefined;
}

/** The folder of the previous release, if it still exists. */
export function previousRelease(folder: string | undefined): string | undefined {
  const file = folder && PREVIOUS.map((name) => join(folder, name)).find(existsSync);
  if (!file) return undefined;
  const previous = join(dirname(folder), readFileSync(file, 'utf8'));
  return existsSync(siteOf(previous)) ? previous : undefined;
}

/** The moment at which a release was begun, `2026-11-23 03:58:12` in UTC. */
export const momentOf = (folder: string): string =>
  basename(folder).replace(/^(.{10})T(\d\d)-(\d\d)-(\d\d).*/, '$1 $2:$3:$4');

/** Removes all releases except the current one, the previous one, and those that other processes are making. */
function removeOldReleases(served: string): void {
  const ended = endedFolders(storeOf(served));
  // A process that was killed between the two renames of `pointTo` left the former content aside.
  for (const aside of ended.map((folder) => join(folder, 'replaced')))
    if (!entryAt(served) && entryAt(aside)) renameSync(aside, served);
  // Read after that: a release that was being made may have become current since.
  const current = currentRelease(served);
  const kept = [current, previousRelease(current)];
  for (const folder of ended)
    if (!kept.includes(folder)) rmSync(folder, { recursive: true, force: true });
}

/**
 * Removes all releases but the current, so that no withheld or withdrawn content stays there or comes back.
 * Returns the number of releases that remain, since other processes are still making them.
 */
export function purgeReleases(path: string): number {
  const served = resolve(path);
  const current = currentRelease(served);
  const store = storeOf(served);
  for (const folder of endedFolders(store))
    if (folder !== current) rmSync(folder, { recursive: true, force: true });
  if (current) rmSync(join(current, 'replaced'), { recursive: true, force: true });
  return readdirSync(store).filter((name) => isFolderId(name) && join(store, name) !== current)
    .length;
}

/** An empty release of the folder at `path`, to be filled and then activated. */
export function createRelease(path: string): Release {
  const served = resolve(path);
  removeOldReleases(served);
  const folder = join(storeOf(served), newFolderId());
  mkdirSync(siteOf(folder), { recursive: true });
  return { served, folder, site: siteOf(folder) };
}

/** Removes a release that did not become current, and the folder of releases if it was the only one. */
export function removeRelease({ folder }: Release): void {
  rmSync(folder, { recursive: true, force: true });
  const store = dirname(folder);
  if (readdirSync(store).length === 0) rmdirSync(store);
}

/** Makes `served` a link to a release, in a single rename. */
function pointTo(served: string, folder: string): void {
  const link = join(folder, 'link');
  const windows = process.platform === 'win32';
  rmSync(link, { force: true });
  makeReadable(dirname(folder));
  makeTreeReadable(folder);
  const site = siteOf(folder);
  symlinkSync(windows ? site : relative(dirname(served), site), link, 'junction');
  // An empty folder must be removed first; on Windows a link too.
  const now = entryAt(served);
  if (now && (windows || now.isDirectory())) renameSync(served, join(folder, 'replaced'));
  renameSync(link, served);
}

/** Makes a filled release current; the current release becomes the previous one. */
export function activate({ served, folder, site }: Release): void {
  const current = currentRelease(served);
  if (current) {
    keepDates(site, siteOf(current));
    writeFileSync(join(folder, PREVIOUS[0]), basename(current));
  }
  pointTo(served, folder);
}

/** Makes the previous release current again. */
export const rollBack = (path: string, previous: string): void => pointTo(resolve(path), previous);
