import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Below the project's root, so that it outlives a clean of `dist`. */
const FOLDER = '.cache';

/** The SHA-256 of inputs, in hex; where one ends and the next starts counts. */
function keyOf(inputs: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(`${Buffer.byteLength(input)}\n`).update(input);
  return hash.digest('hex');
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
  if (existsSync(file)) return readFileSync(file);
  const bytes = await make();
  mkdirSync(folder, { recursive: true });
  const part = `${file}.${randomUUID()}`;
  writeFileSync(part, bytes);
  renameSync(part, file);
  return bytes;
}
