import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSync, transformSync, type CommonOptions } from 'esbuild';

const MINIFIED = { minify: true, charset: 'utf8' } satisfies CommonOptions;

/** A script of this folder, in the language that Chromium 86 and Safari 13 both know. */
const compile = (name: string): string =>
  transformSync(readFileSync(`src/client/${name}.ts`, 'utf8'), {
    ...MINIFIED,
    loader: 'ts',
    target: 'es2018',
  }).code.trim();

/** A module worker with what it imports: browsers that have those know `import()`. */
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
