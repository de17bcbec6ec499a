import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSync, transformSync, type CommonOptions } from 'esbuild';

const MINIFIED = { minify: true, charset: 'utf8' } satisfies CommonOptions;

/** Compiles a script of this folder to the language that both Chromium 86 and Safari 13 support. */
const compile = (name: string): string =>
  transformSync(readFileSync(`src/client/${name}.ts`, 'utf8'), {
    ...MINIFIED,
    loader: 'ts',
    target: 'es2018',
  }).code.trim();

/** Bundles a module worker with its imports. Browsers that support module workers also support `import()`. */
const bundle = (name: string): string =>
  buildSync({
    ...MINIFIED,
    entryPoints: [`src/client/${name}.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2020',
  }).outputFiles[0]!.text.trim();

/** The value of `integrity`, and of a Content-Security-Policy source: SHA-256 in base64. */
export const integrity = (script: string): string =>
  `sha256-${createHash('sha256').update(script).digest('base64')}`;

export const letterPageScript = compile('letter-page');
export const readAloudScript = compile('read-aloud');
export const searchPageScript = compile('search-page');
export const searchWorkerScript = bundle('search-worker');
