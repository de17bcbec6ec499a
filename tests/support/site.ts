import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../src/list-files.ts';

export { filesOf };

/** The folder of the built site that the tests read. */
export const DIST = 'dist';

/** Returns true if a file is the compressed copy of another file. */
export const isCompressed = (file: string): boolean => /\.(br|gz)$/.test(file);

export const read = (path: string): string => readFileSync(join(DIST, path), 'utf8');

/** The paths of all pages of a built site, relative to the home page; includes the error page. */
export const pagePaths = (dist = DIST): string[] =>
  filesOf(dist)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/index\.html$/, ''));

/** The file of a page in the built site. */
export const fileOf = (path: string): string =>
  path === '' || path.endsWith('/') ? `${path}index.html` : path;

/** Text without white space, as the exactness proof compares it. */
export const bare = (text: string): string => text.replaceAll(/\s/g, '');
