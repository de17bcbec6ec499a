import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}

/** Writes a file beside its place, and then renames it; syncs it to the disk in between if `isSynced`. */
function replaceFile(file: string, parts: Uint8Array[], isSynced: boolean): void {
  const beside = `${file}.${randomUUID()}`;
  try {
    const handle = openSync(beside, 'wx');
    try {
      for (const bytes of parts) writeAll(handle, bytes);
      if (isSynced) fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    // Errors of calls on an open file contain no path.
    throw error instanceof Error ? Object.assign(error, { path: file }) : error;
  }
}

/**
 * Writes a file so that at any moment, even after a power cut, its content is either the old or the whole new
 * content. Throws the error of the disk, with the file's own path; then nothing is left beside it.
 */
export const writeWhole = (file: string, ...parts: Uint8Array[]): void =>
  replaceFile(file, parts, true);

/**
 * The same, but after a power cut the content may be damaged: for a file that has a digest, which is checked
 * whenever it is read. It does not wait for the disk.
 */
export const writeChecked = (file: string, ...parts: Uint8Array[]): void =>
  replaceFile(file, parts, false);
