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

/** Where files wait until they are whole; below the project, so that a link reaches `content/`. */
const WAITING = '.cache/add';

/** Thrown where an address has a letter already. */
export class AddressTaken extends Error {}

/** Writes a file and has it on the disk before going on. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The files of a letter that stand already; the received one alone is a leftover, if it is the same. */
const standing = (root: string, path: string): string[] => {
  const [folder, stem] = [dirname(path), path.replace(/^.*\//, '')];
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  return names.filter((name) => name.startsWith(`${stem}.`)).map((name) => `${folder}/${name}`);
};

/**
 * Puts an edition and the file it was made from into `content/`: both, or neither. Both are whole
 * before either gets its name, and the received file gets it first: were this killed in between, it
 * would stand alone, which no build takes for a letter, and adding it again goes on from there.
 * `path` has no ending. Throws `Taken` and writes nothing where another file stands.
 */
export function writeLetter(
  root: string,
  path: string,
  edition: { file: string; bytes: Uint8Array },
  source: { file: string; bytes: Uint8Array },
): void {
  const other = standing(root, path).find(
    (file) => file !== source.file || !readFileSync(join(root, file)).equals(source.bytes),
  );
  if (other) throw new AddressTaken(other);
  const waiting = join(root, WAITING, randomUUID());
  clearLeftovers(join(root, WAITING));
  mkdirSync(waiting, { recursive: true });
  const folder = join(root, dirname(path));
  mkdirSync(folder, { recursive: true });
  const alone = existsSync(join(root, source.file));
  try {
    writeWhole(join(waiting, 'source'), source.bytes);
    writeWhole(join(waiting, 'edition'), edition.bytes);
    // A link, unlike a rename, never takes the place of a file.
    if (!alone) linkSync(join(waiting, 'source'), join(root, source.file));
    try {
      linkSync(join(waiting, 'edition'), join(root, edition.file));
    } catch (error) {
      if (!alone) rmSync(join(root, source.file));
      throw error;
    }
  } finally {
    rmSync(waiting, { recursive: true, force: true });
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
}

/** Removes what was killed while it waited, an hour ago or longer. */
function clearLeftovers(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (statSync(join(folder, name)).mtimeMs < Date.now() - 3600e3)
      rmSync(join(folder, name), { recursive: true, force: true });
}
