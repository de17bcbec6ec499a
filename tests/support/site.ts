import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../src/build/files.ts';
import { loadLetters } from '../../src/letter/load.ts';

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

/** The letters in `content/`, with the paths of their pages and what was received of them. */
export const letters = loadLetters(process.cwd()).letters.map((letter) => {
  const omitted = letter.source.omitted.map(({ text }) => text.trim());
  const lines = readFileSync(`content/${letter.key}.txt`, 'utf8').split('\n');
  const received = lines.filter((line) => !omitted.includes(line.trim())).join('\n');
  return { ...letter, path: `${letter.key}/`, received: bare(received) };
});
