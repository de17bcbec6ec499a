import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Below the project's root, so that it outlives a clean of `dist`. */
const FOLDER = '.cache';

const DAY = 86_400_000;
/** What no build has used for so long goes. */
const KEPT = 30 * DAY;

/** The SHA-256 of inputs, in hex; where one ends and the next starts counts. */
function keyOf(inputs: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(`${Buffer.byteLength(input)}\n`).update(input);
  return hash.digest('hex');
}

/** The bytes of a file of the cache, its date the day of its last use; undefined where there is none, or none any more. */
function take(file: string): Uint8Array | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return undefined;
  try {
    const bytes = readFileSync(file);
    // Not left to the system, which may be told not to note when a file is read.
    if (found.mtimeMs < Date.now() - DAY) utimesSync(file, new Date(), new Date());
    return bytes;
  } catch (error) {
    // Another build may have cleared it since.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

/**
 * Bytes that follow from `inputs` alone, made once: a later build with the same inputs takes them from
 * the cache. Whatever shapes them belongs into `inputs`: the code that makes them too. A file comes
 * into the cache whole or not at all.
 */
export async function cached(
  kind: string,
  inputs: (string | Uint8Array)[],
  make: () => Uint8Array | Promise<Uint8Array>,
): Promise<Uint8Array> {
  const folder = join(FOLDER, kind);
  const file = join(folder, keyOf(inputs));
  const known = take(file);
  if (known) return known;
  const bytes = await make();
  mkdirSync(folder, { recursive: true });
  const part = `${file}.${randomUUID()}`;
  writeFileSync(part, bytes);
  renameSync(part, file);
  return bytes;
}

/**
 * Removes what no build has used for thirty days, and what killed ones left half written. Other builds may
 * run meanwhile: what they miss, they make again. What else keeps its files in that folder is left alone.
 */
export function clearCache(): void {
  for (const kind of existsSync(FOLDER) ? readdirSync(FOLDER) : [])
    for (const name of readdirSync(join(FOLDER, kind))) {
      const file = join(FOLDER, kind, name);
      const found = /^[\da-f]{64}(\.|$)/.test(name) && statSync(file, { throwIfNoEntry: false });
      if (found && found.mtimeMs < Date.now() - KEPT) rmSync(file, { force: true });
    }
}
