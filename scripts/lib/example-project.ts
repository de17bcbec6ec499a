import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXAMPLE } from '../../src/setup/project.ts';

/** Keeps its cache from run to run. */
const FOLDER = '.cache/example';
/** What a copy does not need, or makes itself. */
const LEFT_OUT = [
  '.cache',
  '.git',
  '.astro',
  'dist',
  'handover',
  'look',
  'node_modules',
  'private',
];

/**
 * Copies a project whose letters are those of its publisher, with the example in the place of its content, so
 * that the tests find the letter that they are about. Returns the folder of the copy.
 */
export function copyWithExample(): string {
  const folder = resolve(FOLDER);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name !== '.cache') rmSync(join(folder, name), { recursive: true });
  for (const name of readdirSync('.'))
    if (!LEFT_OUT.includes(name) && !name.startsWith('.dist.') && name !== 'content')
      cpSync(name, join(folder, name), { recursive: true, preserveTimestamps: true });
  for (const name of ['README.md', 'pages'])
    cpSync(join('content', name), join(folder, 'content', name), { recursive: true });
  cpSync(EXAMPLE, join(folder, 'content'), { recursive: true });
  rmSync(join(folder, EXAMPLE), { recursive: true });
  if (!existsSync(join(folder, 'node_modules')))
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}
