import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_FILE_BYTES } from './limits.ts';
import type { Diagnostic } from '../diagnostics.ts';

/** A file as read: its path from the project's root, as problems name it, and its bytes. */
export interface RawFile {
  file: string;
  bytes: Uint8Array;
}

/** Whether a path leads where it says, past no symbolic link, to a file with bytes of its own. */
const stays = (root: string, file: string) =>
  lstatSync(join(root, file)).isFile() &&
  realpathSync(join(root, file)) === join(realpathSync(root), file);

/** Whether there is something else than a folder. */
export const isFile = (root: string, file: string): boolean =>
  lstatSync(join(root, file), { throwIfNoEntry: false })?.isDirectory() === false;

/**
 * Reads a file under `content/` of the project at `root`. One that has more bytes than `largest`, or
 * lies elsewhere, is not read and gives the problem; undefined where there is none.
 */
export function readContentFile(
  root: string,
  file: string,
  largest = MAX_FILE_BYTES,
): RawFile | Diagnostic | undefined {
  if (!isFile(root, file)) return undefined;
  const { size } = lstatSync(join(root, file));
  if (!stays(root, file)) {
    const message = '不是普通的文件，而是指向别处的链接';
    return { file, line: 1, message, help: '把文件本身放在这里' };
  }
  if (size > largest) {
    const message = `文件有 ${Math.ceil(size / 1e6)} MB，超过 ${largest / 1e6} MB`;
    return { file, line: 1, message, help: '只放文字；图片和扫描件不要放在这里' };
  }
  return { file, bytes: readFileSync(join(root, file)) };
}
