import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './list-files.ts';

/** What shapes a site besides `content/`. The second lock is npm's own record of what is installed. */
const SOURCES = [
  ...['astro.config.mjs', 'package-lock.json', 'package.json', 'tsconfig.json'],
  ...['node_modules/.package-lock.json', 'scripts', 'src'],
];

/** The files of `SOURCES` below `root`, without tests. */
const sourceFiles = (root: string): string[] =>
  SOURCES.filter((path) => existsSync(join(root, path))).flatMap((path) =>
    statSync(join(root, path)).isDirectory()
      ? filesOf(join(root, path))
          .filter((name) => !/\.test\.\w+$/.test(name))
          .map((name) => `${path}/${name}`)
      : path,
  );

/** The manifests of the dependencies that the project names, which say what is installed. */
function installedManifests(root: string): string[] {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as { [kind in 'dependencies' | 'devDependencies']?: Record<string, string> };
  return Object.keys({ ...dependencies, ...devDependencies })
    .map((name) => `node_modules/${name}/package.json`)
    .filter((file) => existsSync(join(root, file)));
}

/** The digest of the code of the project at `root`, as `codeVersion` describes it. */
export function digestCode(root: string): string {
  const hash = createHash('sha256');
  const { versions, platform, arch, env } = process;
  hash.update(JSON.stringify([versions, platform, arch, env['NODE_OPTIONS'] ?? '']));
  for (const file of [...sourceFiles(root), ...installedManifests(root)]) {
    const bytes = readFileSync(join(root, file));
    hash.update(`\n${file}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

let known: string | undefined;

/**
 * The digest of everything besides the content that shapes a site: the project's code and configuration, the
 * installed versions of its dependencies, Node with its libraries, and what is loaded before the code. What was
 * made under one digest is not used under another.
 */
export const codeVersion = (): string => (known ??= digestCode(process.cwd()));
