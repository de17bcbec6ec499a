import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './site.ts';

/** Every file of a folder with its bytes, to be compared. */
export const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesOf(folder).map((file) => [file, readFileSync(join(folder, file), 'base64')]),
  );
