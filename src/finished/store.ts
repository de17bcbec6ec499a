import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { BuiltPage } from '../built-site.ts';
import { CACHE, readCached, writeCached } from '../cache.ts';
import { sha256 } from '../digest.ts';
import { filesOf } from '../list-files.ts';

/** What is known about the finished files of a letter's folder. Paths are below that folder. */
export interface FinishedFolder {
  /** The SHA-256 of each file, in hex. */
  digests: Map<string, string>;
  pages: Map<string, BuiltPage>;
}

const RECORDS = 'finished-records';
/** The folder with the files that were finished under a key, as `letterKeys` returns it. */
const folderOf = (key: string) => join(CACHE, 'finished', key);

/** Lets a second path lead to a file; where the disk knows no links, to a copy of it. */
function share(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Returns true if each of the files has its digest. */
function areWhole(folder: string, digests: FinishedFolder['digests']): boolean {
  try {
    return [...digests].every(
      ([file, digest]) => sha256(readFileSync(join(folder, file))) === digest,
    );
  } catch {
    return false;
  }
}

/**
 * Puts the files that were finished under a key into the folder `to`. Returns undefined, and puts nothing there,
 * unless every file is still as it was when it was verified.
 */
export function restoreFolder(key: string, to: string): FinishedFolder | undefined {
  const record = readCached(RECORDS, [key]);
  if (!record) return undefined;
  const finished = deserialize(record) as FinishedFolder;
  const from = folderOf(key);
  if (!areWhole(from, finished.digests)) {
    rmSync(from, { recursive: true, force: true });
    return undefined;
  }
  try {
    for (const file of finished.digests.keys()) share(join(from, file), join(to, file));
    utimesSync(from, new Date(), new Date());
  } catch {
    // Another build has just replaced them.
    rmSync(to, { recursive: true, force: true });
    return undefined;
  }
  return finished;
}

/** Keeps the files in `folder`, which were verified, under a key. */
export function keepFolder(key: string, folder: string, pages: FinishedFolder['pages']): void {
  const to = folderOf(key);
  const digests = new Map(
    filesOf(folder).map((file) => [file, sha256(readFileSync(join(folder, file)))]),
  );
  const beside = `${to}.${randomUUID()}`;
  for (const file of digests.keys()) share(join(folder, file), join(beside, file));
  rmSync(to, { recursive: true, force: true });
  try {
    renameSync(beside, to);
  } catch {
    // Another build has just kept the same files.
    rmSync(beside, { recursive: true, force: true });
  }
  writeCached(RECORDS, [key], serialize({ digests, pages } satisfies FinishedFolder));
}
