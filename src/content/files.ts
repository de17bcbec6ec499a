import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { wholeFile, type Result } from '../diagnostics.ts';
import { MAX_FILE_BYTES } from './limits.ts';

/** The folder of the files as received, for letters with a public copy and for withdrawn letters. Not in git. */
export const PRIVATE = 'private';

/** A file as read: its path from the project's root, as diagnostics name it, and its bytes. */
export interface RawFile {
  file: string;
  bytes: Uint8Array;
}

/** A file of text, by its path from the project's root. */
export interface TextFile {
  file: string;
  text: string;
}

/** Returns true if a path leads to a file without passing a symbolic link. */
const isOwnFile = (root: string, file: string) =>
  lstatSync(join(root, file)).isFile() &&
  realpathSync(join(root, file)) === join(realpathSync(root), file);

/** Returns true if something exists at a path that is not a folder. */
export const isFile = (root: string, file: string): boolean =>
  lstatSync(join(root, file), { throwIfNoEntry: false })?.isDirectory() === false;

/**
 * Reads a file under `content/` of the project at `root`. Reports, and does not read, a symbolic link
 * and a file of more than `largest` bytes.
 */
export function readContentFile(
  root: string,
  file: string,
  largest = MAX_FILE_BYTES,
): Result<RawFile> {
  if (!isFile(root, file)) return { diagnostics: [] };
  const { size } = lstatSync(join(root, file));
  if (!isOwnFile(root, file)) {
    const message = '不是普通的文件，而是链接、管道一类';
    return { diagnostics: [wholeFile(file, message, '把文件本身放在这里')] };
  }
  if (size > largest) {
    const message = `文件有 ${Math.ceil(size / 1e6)} MB，超过 ${largest / 1e6} MB`;
    return { diagnostics: [wholeFile(file, message, '只放文字；图片和扫描件不要放在这里')] };
  }
  return { value: { file, bytes: readFileSync(join(root, file)) }, diagnostics: [] };
}

/** The text of a file's bytes, without a byte order mark. Reports a file that is not UTF-8. */
export function decodeFile({ file, bytes }: RawFile): Result<TextFile> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { value: { file, text }, diagnostics: [] };
  } catch {
    const message = '文件不是 UTF-8 编码，或不完整';
    const help = '在编辑器里另存为 UTF-8（记事本：“另存为”，编码选 UTF-8）';
    return { diagnostics: [wholeFile(file, message, help)] };
  }
}

/** Reads a file of text under `content/` of the project at `root`, with the checks of `readContentFile`. */
export function readTextFile(root: string, file: string): Result<TextFile> {
  const { value, diagnostics } = readContentFile(root, file);
  return value ? decodeFile(value) : { diagnostics };
}
