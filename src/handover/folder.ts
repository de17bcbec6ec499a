import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../digest.ts';
import { filesOf } from '../list-files.ts';
import { MANIFEST } from '../outputs/manifest.ts';
import type { HandoverFiles } from './files.ts';

/** The folder of a letter for a person who names none; it holds the letter's words. */
export const handoverFolder = (key: string): string => `handover/${key.replace('/', '-')}`;

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
 * or complete. Throws the error of the disk.
 */
export function writeFolder(folder: string, files: HandoverFiles): void {
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
