import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { filesOf } from './list-files.ts';

/** What shapes a site besides `content/`. The second lock is npm's own record of what is installed. */
const SOURCES = [
  ...['astro.config.mjs', 'package-lock.json', 'package.json', 'tsconfig.json'],
  ...['node_modules/.package-lock.json', 'scripts', 'src'],
];

/** The files of `SOURCES` in the working folder, without tests. */
const sourceFiles = (): string[] =>
  SOURCES.filter((path) => existsSync(path)).flatMap((path) =>
    statSync(path).isDirectory()
      ? filesOf(path)
          .filter((name) => !/\.test\.\w+$/.test(name))
          .map((name) => `${path}/${name}`)
      : path,
  );

/** The dependencies that the project names, with the versions that are installed. */
function installedVersions(): string[] {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    [kind in 'dependencies' | 'devDependencies']: Record<string, string>;
  };
  return Object.keys({ ...dependencies, ...devDependencies })
    .map((name) => `node_modules/${name}/package.json`)
    .filter((file) => existsSync(file));
}

let known: string | undefined;

/**
 * The digest of everything besides the content that shapes a site: the project's code and configuration, the
 * installed versions of its dependencies, Node with its libraries, and what is loaded before the code. What was
 * made under one digest is not used under another.
 */
export function codeVersion(): string {
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  const { versions, platform, arch, env } = process;
  hash.update(JSON.stringify([versions, platform, arch, env['NODE_OPTIONS'] ?? '']));
  for (const file of [...sourceFiles(), ...installedVersions()]) {
    const bytes = readFileSync(file);
    hash.update(`\n${file}\n${bytes.length}\n`).update(bytes);
  }
  return (known = hash.digest('hex'));
}
