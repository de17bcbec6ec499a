import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../src/list-files.ts';
import { loadLetters } from '../../src/content/letters.ts';
import type { Letter } from '../../src/letter/letter.ts';
import { ENDINGS, readReceived, wholeText } from '../../src/received/index.ts';

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

/** What a letter's received file says, without what the edition leaves out and without white space. */
export async function receivedText(letter: Letter, content = 'content'): Promise<string> {
  const bytes = readFileSync(join(content, letter.received.file));
  const ending = ENDINGS.find((one) => letter.received.file.endsWith(`.${one}`))!;
  const lines = wholeText(await readReceived(bytes, ending))
    .split('\n')
    .map(bare);
  for (const { text } of letter.source.omitted) {
    const whole = lines.indexOf(bare(text));
    const at = whole < 0 ? lines.findIndex((line) => line.includes(bare(text))) : whole;
    lines[at] = lines[at]!.replace(bare(text), '');
  }
  return lines.join('');
}

/** The letters in `content/`, with the paths of their pages and what was received of them. */
export const letters = await Promise.all(
  (await loadLetters(process.cwd())).letters.map(async (letter) => ({
    ...letter,
    path: `${letter.key}/`,
    receivedText: await receivedText(letter),
  })),
);
