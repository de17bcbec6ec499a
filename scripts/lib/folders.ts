import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../src/list-files.ts';

/** The name of a folder in which a process makes a site: the moment in UTC, four random digits, the process id. */
const ID = /^\d{4}-\d\d-\d\dT[\d-]+Z-[\da-f]{4}-(\d+)$/;

export const isFolderId = (name: string): boolean => ID.test(name);

export const newFolderId = (): string => {
  const moment = new Date().toISOString().replaceAll(/[:.]/g, '-');
  return `${moment}-${randomUUID().slice(0, 4)}-${process.pid}`;
};

/** Returns true if another process, which still runs, made the folder of this name. */
function isInUse(id: string): boolean {
  const pid = Number(ID.exec(id)?.[1]);
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The folders in `store` that belong to processes which have ended. Other names in it are not touched. */
export const endedFolders = (store: string): string[] =>
  (existsSync(store) ? readdirSync(store) : [])
    .filter((name) => isFolderId(name) && !isInUse(name))
    .map((name) => join(store, name));

/** The entry at a path, without following a link; undefined if there is none. */
export const entryAt = (path: string) => lstatSync(path, { throwIfNoEntry: false });

/** Makes a file or folder readable for every user: 644 or 755, whatever the umask. */
export function makeReadable(path: string): void {
  const entry = lstatSync(path);
  const wanted = entry.isDirectory() ? 0o755 : 0o644;
  if ((entry.mode & 0o7777) !== wanted) chmodSync(path, wanted);
}

/** Makes a folder and its whole content readable for every user. */
export function makeTreeReadable(folder: string): void {
  makeReadable(folder);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    makeReadable(join(folder, name));
}

/** Returns true if both paths lead to files that contain the same bytes, or to one file. */
function isSameFile(file: string, other: string): boolean {
  try {
    const [stat, before] = [statSync(file), statSync(other)];
    return (
      (stat.ino === before.ino && stat.dev === before.dev) ||
      (stat.size === before.size && readFileSync(file).equals(readFileSync(other)))
    );
  } catch (error) {
    if (/^(ENOENT|ENOTDIR|EISDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/**
 * Sets the dates of files that did not change since `before` to their dates there, so that their ETags stay
 * the same.
 */
export function keepDates(folder: string, before: string): void {
  for (const name of filesOf(folder)) {
    const [file, old] = [join(folder, name), join(before, name)];
    const dates = statSync(old, { throwIfNoEntry: false });
    if (dates && isSameFile(file, old)) utimesSync(file, dates.atime, dates.mtime);
  }
}
