import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARTS =
  'src content public scripts astro.config.mjs tsconfig.json package.json package-lock.json';

/** Copies the project to a folder, by default a new folder, where it can be changed and built. Returns that folder. */
export function copyProject(folder = mkdtempSync(join(tmpdir(), 'letters-'))): string {
  for (const part of PARTS.split(' ')) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
