import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARTS =
  'src content public scripts astro.config.mjs tsconfig.json package.json package-lock.json';

/** A copy of the project in a folder of its own, to be changed and built apart from it. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  for (const part of PARTS.split(' ')) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
