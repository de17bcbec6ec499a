import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeSite, removeBuild, startSite } from '../../scripts/lib/site-folder.ts';
import { copyProject, environment } from './project.ts';
import { DIST } from './site.ts';
import { snapshot } from './snapshot.ts';

/** A copy of the project with an older site in `dist`, and the files of that site. */
export function projectWithSite() {
  const folder = copyProject();
  const dist = join(folder, 'dist');
  cpSync(DIST, dist, { recursive: true });
  writeFileSync(join(dist, 'index.html'), 'the older home page');
  return { folder, dist, older: snapshot(dist) };
}

/** Replaces `dist` in a folder by a site of these files, as a build does in its last step. */
export function placeFiles(folder: string, files: Record<string, string>): void {
  const build = startSite(join(folder, 'dist'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(build.site, name), text);
  placeSite(build);
  removeBuild(build);
}

/** The files of a folder as text. */
export const textsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

/** Builds as `npm run build` does, in a process group of its own; the shell runs `before` first. */
export async function build(folder: string, settings: Record<string, string> = {}, before = '') {
  const command = `${before} exec "${process.execPath}" scripts/build.ts`;
  const child = spawn('sh', ['-c', command], {
    cwd: folder,
    detached: true,
    env: environment(settings),
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { status, signal, output };
}

/** The builds that a project keeps: those that run, and those that were killed. */
export const buildsIn = (folder: string): string[] => readdirSync(join(folder, '.dist.build'));
