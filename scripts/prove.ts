import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../src/build/files.ts';
import { compressible, forEach, FORMS } from '../src/build/precompress.ts';
import { formatsOf } from '../src/formats/index.ts';
import { DIVIDER } from '../src/formats/text.ts';
import { visible } from '../src/letter/checks.ts';
import { pieces } from '../src/letter/pieces.ts';
import type { Letter } from '../src/letter/types.ts';
import { ABOUT, figuresPath, letterPath, sessionPath } from '../src/site/addresses.ts';
import { loadContent } from '../src/site/load.ts';
import { readPage } from './page.ts';

const index = (path: string) => `${path}index.html`;
const PROGRAM = '这是程序的错误，请告诉维护网站的人';

/** The files that these letters must have made; the site may hold more. */
const expected = (letters: Letter[]): string[] => [
  ...['', ABOUT, ...letters.map(sessionPath)].map(index),
  ...['404.html', 'robots.txt', 'sitemap-index.xml'],
  ...letters.flatMap((letter) => [
    index(letterPath(letter)),
    ...(letter.figures ? [index(figuresPath(letter))] : []),
    ...formatsOf(letter).map(({ file }) => letterPath(letter) + file),
  ]),
];

/** Where two readings part, with the words around. */
function difference(said: string, meant: string): string | undefined {
  if (said === meant) return undefined;
  let at = 0;
  while (said[at] === meant[at]) at++;
  const show = (text: string) => `“${text.slice(Math.max(0, at - 8), at + 9)}”`;
  return `第 ${at + 1} 字起应是${show(meant)}，却是${show(said)}。${PROGRAM}`;
}

/**
 * Proves a built site in `folder`, made for `address`, against the project's content: every file is
 * there, every link and fragment lands, the words that are not marked as ours are the letter's, and
 * the compressed forms say the same. Gives the problems in Chinese; none, if it may be published.
 */
export async function prove(folder: string, address: URL): Promise<string[]> {
  const { letters } = loadContent(process.cwd());
  const files = new Set(filesOf(folder));
  const read = (name: string) => readFileSync(join(folder, name));
  const problems = expected(letters)
    .filter((name) => !files.has(name))
    .map((name) => `${name}  没有生成。${PROGRAM}`);
  if (problems.length > 0) return problems;

  const tell = (name: string, what: string | undefined) =>
    what && problems.push(`${name}  ${what}`);
  const words = new Map(
    letters.map((letter) => [
      letterPath(letter),
      visible(
        pieces(letter)
          .map(({ text }) => text)
          .join(''),
      ),
    ]),
  );
  const pages = new Map(
    [...files]
      .filter((name) => name.endsWith('.html'))
      .map((name) => [name, readPage(read(name).toString())]),
  );
  for (const [name, page] of pages) {
    const path = name.replace(/index\.html$/, '');
    tell(name, difference(visible(page.words), words.get(path) ?? ''));
    for (const href of new Set(page.links)) {
      const url = new URL(href, new URL(path, address));
      if (!url.href.startsWith(address.href)) continue;
      const target = decodeURIComponent(url.pathname.slice(address.pathname.length));
      const file = target === '' || target.endsWith('/') ? index(target) : target;
      const id = decodeURIComponent(url.hash.slice(1));
      if (!files.has(file) || (id && !pages.get(file)?.ids.has(id)))
        tell(
          name,
          `链接 ${href} 没有落点。改法：在 content/ 里改正这个链接；那里没有的，${PROGRAM}`,
        );
    }
  }
  for (const letter of letters) {
    const path = letterPath(letter);
    const text = read(`${path}letter.txt`).toString().split(DIVIDER)[0] ?? '';
    tell(`${path}letter.txt`, difference(visible(text), words.get(path) ?? ''));
    if (!read(`${path}source.txt`).equals(readFileSync(`content/${letter.key}.txt`)))
      tell(`${path}source.txt`, `与收到的文件不同。${PROGRAM}`);
  }
  await forEach(compressible(folder), async (name) => {
    for (const [ending, { unpack }] of Object.entries(FORMS)) {
      const form = `${name}.${ending}`;
      const said = files.has(form) && (await unpack(read(form)).catch(() => false as const));
      if (!said || !read(name).equals(said))
        tell(form, '没有或与原件不同。改法：删去 .cache 文件夹，再运行一次');
    }
  });
  return problems;
}
