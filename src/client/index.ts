import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';

/** A script of this folder; by default in the language that Chromium 86 and Safari 13 both know. */
const compile = (name: string, target = 'es2018'): string =>
  transformSync(readFileSync(`src/client/${name}.ts`, 'utf8'), {
    loader: 'ts',
    minify: true,
    charset: 'utf8',
    target,
  }).code.trim();

/** The value of `integrity`, and of a Content-Security-Policy source: SHA-256 in base64. */
export const integrity = (script: string): string =>
  `sha256-${createHash('sha256').update(script).digest('base64')}`;

export const letterPageScript = compile('letter-page');
export const readAloudScript = compile('read-aloud');
export const searchPageScript = compile('search-page');
/** A module worker: browsers that have those know `import()`. */
export const searchWorkerScript = compile('search-worker', 'es2020');
