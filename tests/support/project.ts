import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesOf } from '../../src/list-files.ts';
import { sessionOf } from '../../src/permalinks/paths.ts';
import { copyProject as copy } from '../../scripts/lib/copy-project.ts';

const made: string[] = [];
process.on('exit', () =>
  made.forEach((folder) => rmSync(folder, { recursive: true, force: true })),
);

/** A folder of its own, gone when this process ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  made.push(folder);
  return folder;
}

/** A copy of the project, to be built apart from the one under test. */
export function copyProject(): string {
  const folder = copy();
  made.push(folder);
  return folder;
}

/** Leaves letter 273 alone in a copy's content, whatever else is published by now. */
export function keepLetter273(folder: string): void {
  const content = join(folder, 'content');
  for (const name of filesOf(content))
    if (sessionOf(name) && !name.startsWith('rd17-3/273.')) rmSync(join(content, name));
  // What else the ledger knows would be lost.
  rmSync(join(content, 'addresses'), { recursive: true, force: true });
}

/** The environment of a build for this machine, with these settings. */
export function environment(settings: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { SITE_URL: _, ...rest } = process.env;
  return { ...rest, ...settings, ASTRO_TELEMETRY_DISABLED: '1' };
}

/** Settings for a build on a machine for which there is no compiler: neither PDF nor picture is made. */
export const withoutTypst = {
  NODE_OPTIONS: `--import ${pathToFileURL('tests/support/no-typst.mjs').href}`,
  NO_TYPST: 'elsewhere',
};

/** The build of the pages alone, without the checks that go before. */
export const astroBuild = ['node_modules/astro/bin/astro.mjs', 'build'];

/** Runs a script with Node in a folder; what it said on both channels. */
export function run(folder: string, command: string[], settings: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    env: environment(settings),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { status, stdout, stderr, output: stdout + stderr };
}
