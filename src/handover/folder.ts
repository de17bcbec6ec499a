import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { sha256 } from '../digest.ts';
import { filesOf } from '../list-files.ts';
import { MANIFEST } from '../outputs/manifest.ts';
import type { HandoverFiles } from './files.ts';

/** The folder of a letter for a person who names none; it holds the letter's words. */
export const handoverFolder = (key: string): string => `handover/${key.replace('/', '-')}`;

/** Ends the name of a folder that is being written, or replaced. */
const UNFINISHED = /^\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?:\.former)?$/;

/** The folders beside a folder that a killed handover left: they hold the letter's words too. */
function leftFolders(folder: string): string[] {
  const [parent, name] = [dirname(folder), basename(folder)];
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((other) => other.startsWith(name) && UNFINISHED.test(other.slice(name.length)))
    .map((other) => join(parent, other));
}

/** Every folder of a letter that `npm run handover` made in the project at `root`, as paths below it. */
export const handoverFolders = (root: string, key: string): string[] => [
  handoverFolder(key),
  ...leftFolders(join(root, handoverFolder(key))).map((left) => relative(root, left)),
];

/** The digests in a folder's manifest by the names of the files; empty if there is none. */
function readManifest(folder: string): Map<string, string> {
  const file = join(folder, MANIFEST);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, sum = '', name] = /^([\da-f]{64}) {2}(.+)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, sum]];
    }),
  );
}

/** The files of a folder that no handover wrote, or that were changed since: they must not be lost. */
export function foreignFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const sums = readManifest(folder);
  return filesOf(folder).filter(
    (file) => file !== MANIFEST && sha256(readFileSync(join(folder, file))) !== sums.get(file),
  );
}

/**
 * Writes a folder, which replaces a former one as a whole: at any moment the folder is the former one, absent
 * or complete. Removes what a killed run left. Throws the error of the disk.
 */
export function writeFolder(folder: string, files: HandoverFiles): void {
  for (const left of leftFolders(folder)) rmSync(left, { recursive: true });
  const beside = `${folder}.${randomUUID()}`;
  const former = `${beside}.former`;
  try {
    for (const [name, content] of files) {
      mkdirSync(dirname(join(beside, name)), { recursive: true });
      writeFileSync(join(beside, name), content);
    }
    if (existsSync(folder)) renameSync(folder, former);
    renameSync(beside, folder);
  } catch (error) {
    if (existsSync(former) && !existsSync(folder)) renameSync(former, folder);
    throw error;
  } finally {
    rmSync(beside, { recursive: true, force: true });
    rmSync(former, { recursive: true, force: true });
  }
}
