import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSync, transformSync, type CommonOptions } from 'esbuild';

const MINIFIED = { minify: true, charset: 'utf8' } satisfies CommonOptions;

/** The language that both Chromium 86 and Safari 13 support. */
const OLDEST = 'es2018';

/** Compiles a script of this folder that has no imports. */
const compile = (name: string): string =>
  transformSync(readFileSync(`src/client/${name}.ts`, 'utf8'), {
    ...MINIFIED,
    loader: 'ts',
    target: OLDEST,
  }).code.trim();

/** Bundles a script of this folder with its imports. */
const bundle = (name: string, format: 'esm' | 'iife', target: string): string =>
  buildSync({
    ...MINIFIED,
    entryPoints: [`src/client/${name}.ts`],
    bundle: true,
    write: false,
    format,
    target,
  }).outputFiles[0]!.text.trim();

/** The value of `integrity`, and of a Content-Security-Policy source: SHA-256 in base64. */
export const integrity = (script: string): string =>
  `sha256-${createHash('sha256').update(script).digest('base64')}`;

export const tablesScript = compile('tables');
export const textSizeScript = compile('text-size');
export const letterPageScript = compile('letter-page');
export const readAloudScript = bundle('read-aloud', 'iife', OLDEST);
export const searchPageScript = bundle('search-page', 'iife', OLDEST);
// Browsers that support module workers also support `import()`.
export const searchWorkerScript = bundle('search-worker', 'esm', 'es2020');
