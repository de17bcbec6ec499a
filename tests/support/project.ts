import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
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

/** Creates a folder that is removed when this process ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  made.push(folder);
  return folder;
}

/**
 * Copies the project, or a project at `from` with everything that was built there, to a folder that is
 * removed when this process ends.
 */
export function copyProject(from?: string): string {
  if (!from) return copy(newFolder());
  const folder = newFolder();
  cpSync(from, folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}

/** Removes every letter but 273 from a copy's content. */
export function keepLetter273(folder: string): void {
  const content = join(folder, 'content');
  for (const name of filesOf(content))
    if (sessionOf(name) && !name.startsWith('rd17-3/273.')) rmSync(join(content, name));
  // Other letters in the ledger would be reported as lost.
  rmSync(join(content, 'addresses'), { recursive: true, force: true });
}

/** The environment of a build for this machine, with these settings; neither the folder of `npm test` nor its CI is. */
export function environment(settings: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { SITE_URL: _, INIT_CWD: __, CI: ___, ...rest } = process.env;
  return { ...rest, ...settings, ASTRO_TELEMETRY_DISABLED: '1' };
}

const preload = (...scripts: string[]) =>
  scripts.map((script) => `--import ${pathToFileURL(`tests/support/${script}`).href}`).join(' ');

/** Settings for a build whose compressed copies are not measured. */
export const quickly = { NODE_OPTIONS: preload('quick-build.mjs') };

/** The same on a machine for which there is no compiler: neither PDF nor picture is made. */
export const withoutTypst = {
  NODE_OPTIONS: preload('no-typst.mjs', 'quick-build.mjs'),
  NO_TYPST: 'elsewhere',
};

/** The build of the pages alone, without the checks before it; on a single core, since tests use the other. */
export const astroBuild = ['--single-threaded', 'node_modules/astro/bin/astro.mjs', 'build'];

/** Runs a script with Node in a folder; returns its output on both channels. */
export function run(folder: string, command: string[], settings: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    env: environment(settings),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { status, stdout, stderr, output: stdout + stderr };
}

/** The PDFs and pictures in a project's cache, each with the time when it was made. */
export const typesetFiles = (folder: string): string[] =>
  ['pdf', 'card'].flatMap((kind) => {
    const cache = join(folder, '.cache', kind);
    return filesOf(cache).map((file) => `${file} ${statSync(join(cache, file)).mtimeMs}`);
  });
