import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readCached, writeCached } from '../cache.ts';
import { codeVersion } from '../code-version.ts';
import type { Letter } from '../letter/letter.ts';
import type { LedgerPage } from '../permalinks/ledger.ts';
import { MAX_RECEIVED_BYTES } from '../received/limits.ts';
import { readContentFile } from './files.ts';

/** Everything that shapes a letter and the diagnostics of its edition. */
export type LetterInputs = (string | Uint8Array)[];

const KIND = 'letters';

/**
 * Returns a function that finds the files of the project at `root` whose path is that of an edition,
 * `content/rd17-3/273`, with any ending. Each folder is read once.
 */
export function fileFinder(root: string): (path: string) => string[] {
  const folders = new Map<string, Map<string, string[]>>();
  const stemOf = (name: string) => name.split('.', 1)[0] ?? '';
  return (path) => {
    const folder = dirname(path);
    const names =
      folders.get(folder) ??
      Map.groupBy(existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [], stemOf);
    folders.set(folder, names);
    return (names.get(stemOf(basename(path))) ?? []).sort().map((name) => `${folder}/${name}`);
  };
}

/**
 * Reads everything from which a letter is made: the code, these files, and the ledger's records of its page and of its
 * proposal's.
 * Returns undefined if a file must not be read, or if `root` is another project than the one that has the cache.
 */
export function readLetterInputs(
  root: string,
  key: string,
  files: string[],
  recorded: (LedgerPage | undefined)[],
): LetterInputs | undefined {
  if (root !== process.cwd()) return undefined;
  const record = JSON.stringify(recorded.map((page) => [...(page?.entries ?? [])]));
  const inputs: LetterInputs = [codeVersion(), key, record];
  for (const file of files) {
    const { value } = readContentFile(root, file, MAX_RECEIVED_BYTES);
    if (!value) return undefined;
    inputs.push(file, value.bytes);
  }
  return inputs;
}

/** Returns the letter that was read from these inputs earlier, without any problem; undefined if there is none. */
export function readKnownLetter(inputs: LetterInputs): Letter | undefined {
  const bytes = readCached(KIND, inputs);
  return bytes && (deserialize(bytes) as Letter);
}

/** Keeps a letter that was read from these inputs without any problem, if the disk allows it. */
export function keepLetter(inputs: LetterInputs, letter: Letter): void {
  try {
    writeCached(KIND, inputs, serialize(letter));
  } catch {
    // A project that cannot be written, or a full disk: the letter is read again next time.
  }
}
