import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../src/list-files.ts';

export { filesOf };

/** The built site that the tests meet. */
export const DIST = 'dist';

/** Whether a file is the compressed form of another. */
export const isCompressed = (file: string): boolean => /\.(br|gz)$/.test(file);

export const read = (path: string): string => readFileSync(join(DIST, path), 'utf8');

/** Every page that was built, by list, not by choice, as paths below the site; the error page too. */
export const pagePaths = (): string[] =>
  filesOf(DIST)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/index\.html$/, ''));

/** The file of a page in the built site. */
export const fileOf = (path: string): string =>
  path === '' || path.endsWith('/') ? `${path}index.html` : path;

/** Text without white space, as the exactness proof compares it. */
export const bare = (text: string): string => text.replaceAll(/\s/g, '');
