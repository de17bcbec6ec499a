import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The built site that the tests meet. */
export const DIST = 'dist';

/** Every file of a folder, as paths below it, sorted. */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

export const read = (path: string): string => readFileSync(join(DIST, path), 'utf8');

/** Every page by list, not by choice: those of the sitemap, and the error page. Paths below the site. */
export function pagePaths(): string[] {
  const home = /<sitemap><loc>(.*)sitemap-0\.xml/.exec(read('sitemap-index.xml'))?.[1] ?? '';
  const listed = [...read('sitemap-0.xml').matchAll(/<loc>([^<]+)/g)].map(([, url = '']) =>
    url.slice(home.length),
  );
  return [...listed, '404.html'];
}

/** Paths of the letters' pages. */
export const letterPaths = (): string[] =>
  pagePaths().filter((path) => /^(rd|zx).*\/.+\/$/.test(path));

/** Text without white space, as the exactness proof compares it. */
export const bare = (text: string): string => text.replaceAll(/\s/g, '');

/** The received file of a letter's page, without the lines that its front matter leaves out. */
export function receivedText(path: string): string {
  const file = `content/${path.replace(/\/$/, '')}`;
  const omitted = [...readFileSync(`${file}.md`, 'utf8').matchAll(/^ +- text: '(.+)'$/gm)].map(
    (m) => m[1],
  );
  const lines = readFileSync(`${file}.txt`, 'utf8').split('\n');
  return bare(lines.filter((line) => !omitted.includes(line.trim())).join('\n'));
}

/** The file of a page in the built site. */
export const fileOf = (path: string): string =>
  path === '' || path.endsWith('/') ? `${path}index.html` : path;
