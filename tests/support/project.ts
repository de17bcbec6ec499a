import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

const made: string[] = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

const PARTS = 'src content public scripts astro.config.mjs tsconfig.json package.json'.split(' ');

/** A copy of the project, to be built apart from the one under test; gone after the tests of a file. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  made.push(folder);
  for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Runs Node in a project, with no public address unless `settings` give one. */
export function run(folder: string, command: string[], settings: Record<string, string> = {}) {
  const { SITE_URL: _, ...rest } = process.env;
  const env = { ...rest, ...settings, ASTRO_TELEMETRY_DISABLED: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, output: stdout + stderr };
}

export const astroBuild = ['node_modules/astro/bin/astro.mjs', 'build'];
