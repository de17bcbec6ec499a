import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Files wait here until they are complete; within the project, since a hard link cannot leave its disk. */
const WAITING = '.cache/add';

/** Thrown if the address has a letter already; the message is the path of its file. */
export class AddressTaken extends Error {}

/** Writes a file, and returns when it is on the disk. */
function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Paths of the files that a letter has already. */
const findExisting = (root: string, path: string): string[] => {
  const [folder, stem] = [dirname(path), path.replace(/^.*\//, '')];
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  return names.filter((name) => name.startsWith(`${stem}.`)).map((name) => `${folder}/${name}`);
};

/**
 * Writes an edition and its received file into `content/`: both or neither. Both are complete on the disk
 * before either gets its name. The received file gets its name first: if the process is killed in between, no
 * build mistakes that file alone for a letter, and adding it again continues from there. `path` is the path
 * of both files without their endings. Throws `AddressTaken` and writes nothing if the letter has another
 * file already.
 */
export function writeLetter(
  root: string,
  path: string,
  edition: { file: string; bytes: Uint8Array },
  received: { file: string; bytes: Uint8Array },
): void {
  const other = findExisting(root, path).find(
    (file) => file !== received.file || !readFileSync(join(root, file)).equals(received.bytes),
  );
  if (other) throw new AddressTaken(other);
  const waiting = join(root, WAITING, randomUUID());
  clearLeftovers(join(root, WAITING));
  mkdirSync(waiting, { recursive: true });
  const folder = join(root, dirname(path));
  mkdirSync(folder, { recursive: true });
  /** A killed process left the received file alone. */
  const leftover = existsSync(join(root, received.file));
  try {
    writeDurably(join(waiting, 'received'), received.bytes);
    writeDurably(join(waiting, 'edition'), edition.bytes);
    // A link, unlike a rename, never replaces a file.
    if (!leftover) linkSync(join(waiting, 'received'), join(root, received.file));
    try {
      linkSync(join(waiting, 'edition'), join(root, edition.file));
    } catch (error) {
      if (!leftover) rmSync(join(root, received.file));
      throw error;
    }
  } catch (error) {
    removeIfEmpty(folder);
    throw error;
  } finally {
    rmSync(waiting, { recursive: true, force: true });
  }
}

/** Removes a folder that has no files. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It has files.
  }
}

/** Removes what killed processes left behind an hour ago or earlier. */
function clearLeftovers(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (statSync(join(folder, name)).mtimeMs < Date.now() - 3600e3)
      rmSync(join(folder, name), { recursive: true, force: true });
}
