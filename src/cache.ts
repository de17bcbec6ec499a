import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeChecked } from './write-whole.ts';

/** Folder below the project's root, outside `dist`, so that it survives a clean build. */
export const CACHE = '.cache';

const DAY = 86_400_000;
/** Time after which unused entries are removed, in milliseconds. */
const KEPT = 30 * DAY;

/** The SHA-256 of the inputs, in hex. It depends on where each input ends. */
function keyOf(inputs: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(`${Buffer.byteLength(input)}\n`).update(input);
  return hash.digest('hex');
}

/** The bytes of the digest with which an entry starts. */
const DIGEST_BYTES = 32;

/** The digest of an entry: of its bytes and of the key, so that no entry is ever mistaken for another. */
const digestOf = (key: string, bytes: Uint8Array): Buffer =>
  createHash('sha256').update(key).update(bytes).digest();

/**
 * Reads the bytes of the entry with a key. Returns undefined if the folder has no such entry, if another
 * build has removed it meanwhile, or if its digest shows that its bytes were changed.
 */
function readEntry(folder: string, key: string): Uint8Array | undefined {
  const file = join(folder, key);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return undefined;
  try {
    const entry = readFileSync(file);
    const bytes = entry.subarray(DIGEST_BYTES);
    if (!digestOf(key, bytes).equals(entry.subarray(0, DIGEST_BYTES))) return undefined;
    // The date is that of the last use; systems may be configured not to record when a file is read.
    if (found.mtimeMs < Date.now() - DAY) utimesSync(file, new Date(), new Date());
    return bytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

/** Returns the bytes that the cache has for these inputs, unchanged since they were made, or undefined. */
export const readCached = (kind: string, inputs: (string | Uint8Array)[]): Uint8Array | undefined =>
  readEntry(join(CACHE, kind), keyOf(inputs));

/**
 * Keeps bytes as the entry of these inputs. The inputs must include everything that shapes the bytes, also the
 * code that makes them. Throws the error of the disk if the entry cannot be written; nothing of it is left then.
 */
export function writeCached(
  kind: string,
  inputs: (string | Uint8Array)[],
  bytes: Uint8Array,
): void {
  const folder = join(CACHE, kind);
  const key = keyOf(inputs);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, key);
  // A folder in the place of the entry would block it for ever.
  if (existsSync(file) && !statSync(file).isFile()) rmSync(file, { recursive: true });
  writeChecked(file, digestOf(key, bytes), bytes);
}

/**
 * Returns bytes that depend only on `inputs`: from the cache if an earlier build had the same inputs,
 * otherwise made by `make` and kept by `writeCached`. An entry that was truncated, emptied or replaced on the
 * disk is made anew.
 */
export async function cached(
  kind: string,
  inputs: (string | Uint8Array)[],
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<Uint8Array> {
  const known = readCached(kind, inputs);
  if (known) return known;
  const bytes = await make();
  writeCached(kind, inputs, bytes);
  return bytes;
}

/**
 * Removes the entries that no build has used for `age` milliseconds, by default thirty days, and what builds
 * that were killed have left for thirty days. Other builds may run at the same time: they make again what they
 * miss. Files of other programs in that folder are kept.
 */
export function clearCache(age = KEPT): void {
  const kinds = existsSync(CACHE) ? readdirSync(CACHE, { withFileTypes: true }) : [];
  for (const kind of kinds.filter((entry) => entry.isDirectory()))
    for (const name of readdirSync(join(CACHE, kind.name))) {
      const file = join(CACHE, kind.name, name);
      const [entry, rest] = /^[\da-f]{64}(\.|$)/.exec(name) ?? [];
      const found = entry !== undefined && statSync(file, { throwIfNoEntry: false });
      if (found && found.mtimeMs < Date.now() - (rest === '' ? age : KEPT))
        rmSync(file, { recursive: true, force: true });
    }
}

/** Removes all entries, whatever their dates. */
export const emptyCache = (): void => clearCache(-Infinity);
