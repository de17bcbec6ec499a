import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../src/list-files.ts';
import { compressible, forEach, ENCODINGS } from '../src/integrations/precompress.ts';
import { formatsOf } from '../src/outputs/index.ts';
import { DIVIDER } from '../src/outputs/text.ts';
import { visibleText } from '../src/language/hidden.ts';
import { receivedFileName } from '../src/letter/labels.ts';
import { letterText } from '../src/letter/text.ts';
import type { Letter } from '../src/letter/letter.ts';
import { ABOUT, figuresPath, letterPath, sessionPath } from '../src/permalinks/paths.ts';
import { readContent } from '../src/content/checked.ts';
import { publicUrl } from '../src/site/public-url.ts';
import { readBuiltSite, type BuiltSite } from '../src/built-site.ts';

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

const wordsOf = (letter: Letter) =>
  letterText(letter)
    .map(({ text }) => text)
    .join('');

/** Where two readings part, with the words around. */
function difference(said: string, meant: string): string | undefined {
  if (said === meant) return undefined;
  let at = 0;
  while (said[at] === meant[at]) at++;
  const show = (text: string) => `“${text.slice(Math.max(0, at - 8), at + 9)}”`;
  return `第 ${at + 1} 字起应是${show(meant)}，却是${show(said)}。${PROGRAM}`;
}

/** A built site and the bytes of its files. */
interface Built extends BuiltSite {
  read(name: string): Buffer;
}
/** Takes note of what is wrong with a file. */
type Tell = (name: string, message: string | undefined) => void;

/** What is not marked as ours, on its page and in its text file, is the letter; on other pages, nothing is. */
function proveWords({ pages, read }: Built, letters: Letter[], tell: Tell): void {
  const letterAt = new Map(letters.map((letter) => [index(letterPath(letter)), letter]));
  for (const [name, page] of pages) {
    const letter = letterAt.get(name);
    const words = visibleText(letter ? wordsOf(letter) : '');
    tell(name, difference(visibleText(page.words), words));
    if (!letter) continue;
    const text = `${letterPath(letter)}letter.txt`;
    const source = letterPath(letter) + receivedFileName(letter);
    const [above = ''] = read(text).toString().split(DIVIDER);
    tell(text, difference(visibleText(above), words));
    const sha256 = createHash('sha256').update(read(source)).digest('hex');
    if (sha256 !== letter.sha256) tell(source, `与收到的文件不同。${PROGRAM}`);
  }
}

/** Every link to the site itself leads to a file of it and, with a fragment, to a place there. */
function proveLinks({ files, pages }: Built, address: URL, tell: Tell): void {
  for (const [name, page] of pages)
    for (const href of page.links) {
      const url = new URL(href, new URL(name.replace(/index\.html$/, ''), address));
      if (!url.href.startsWith(address.href)) continue;
      const path = decodeURIComponent(url.pathname.slice(address.pathname.length));
      const file = path === '' || path.endsWith('/') ? index(path) : path;
      const id = decodeURIComponent(url.hash.slice(1));
      if (!files.has(file) || (id && !pages.get(file)?.ids.has(id)))
        tell(
          name,
          `链接 ${href} 没有落点。改法：在 content/ 里改正这个链接；那里没有的，${PROGRAM}`,
        );
    }
}

/** Every compressed form is there and says what the file says. */
const proveForms = (folder: string, { files, read }: Built, tell: Tell): Promise<void> =>
  forEach(compressible(folder), async (name) => {
    for (const [ending, { unpack }] of Object.entries(ENCODINGS)) {
      const form = `${name}.${ending}`;
      const said = files.has(form) && (await unpack(read(form)).catch(() => false as const));
      if (!said || !read(name).equals(said))
        tell(form, '没有或与原件不同。改法：删去 .cache 文件夹，再运行一次');
    }
  });

/**
 * Proves a built site in `folder`, made of these letters for `address`: every file is there, every
 * link and fragment lands, the words that are not marked as ours are the letters', and the compressed
 * forms say the same. Gives the problems in Chinese; none, if it may be published.
 */
export async function verify(folder: string, letters: Letter[], address: URL): Promise<string[]> {
  const files = new Set(filesOf(folder));
  const read = (name: string) => readFileSync(join(folder, name));
  const missing = expected(letters).filter((name) => !files.has(name));
  if (missing.length > 0) return missing.map((name) => `${name}  没有生成。${PROGRAM}`);

  const built = { ...readBuiltSite(folder), read };
  const problems: string[] = [];
  const tell: Tell = (name, message) => message && problems.push(`${name}  ${message}`);
  proveWords(built, letters, tell);
  proveLinks(built, address, tell);
  await proveForms(folder, built, tell);
  return problems;
}

/** `node scripts/verify.ts FOLDER`: a step of the build. */
if (import.meta.main) {
  const [folder = 'dist'] = process.argv.slice(2);
  const { letters } = await readContent(process.cwd());
  const problems = await verify(folder, letters, publicUrl(process.env['SITE_URL']));
  if (problems.length > 0) {
    console.error(`生成的网页有 ${problems.length} 处问题：\n\n${problems.join('\n')}\n`);
    process.exitCode = 1;
  }
}
