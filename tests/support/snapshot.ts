import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './site.ts';

/** Returns every file of a folder with its bytes, for comparison. */
export const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesOf(folder).map((file) => [file, readFileSync(join(folder, file), 'base64')]),
  );
