import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { copyProject as copy } from '../../scripts/copy.ts';

const made: string[] = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of the project, to be built apart from the one under test; gone after the tests. */
export function copyProject(): string {
  const folder = copy();
  made.push(folder);
  return folder;
}

/** Leaves letter 273 alone in a copy's content, whatever else is published by now. */
export function keepLetter273(folder: string): void {
  const content = join(folder, 'content');
  for (const name of readdirSync(content, { recursive: true, encoding: 'utf8' }))
    if (/^(rd|zx).*\.(md|txt|yaml)$/.test(name) && !/^rd17-3.273\./.test(name))
      rmSync(join(content, name));
}

/** Runs Node there; the exit code, and all that it printed. */
export function run(folder: string, command: string[], settings: Record<string, string> = {}) {
  const { SITE_URL: _, ...rest } = process.env;
  const env = { ...rest, ...settings, ASTRO_TELEMETRY_DISABLED: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

/** `astro build` alone: without the check of the content and of the types. */
export const astroBuild = ['node_modules/astro/bin/astro.mjs', 'build'];
