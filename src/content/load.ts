import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { findHiddenCharacters, findHiddenEscapes } from './hidden-characters.ts';
import { decode } from './decode.ts';
import { isSafeLink } from './markdown/links.ts';
import { readContentFile } from './files.ts';
import { splitFrontMatter, NO_FRONT_MATTER, NOT_UTF8, readYaml } from './front-matter.ts';
import { findExcess } from './limits.ts';
import { loadLetters } from './letters.ts';
import { ContentError, unlessTooDeep, type Diagnostic } from '../diagnostics.ts';
import type { Draft, Letter } from '../letter/letter.ts';
import { readMarkdown } from '../markdown.ts';
import { checkRedirects } from './checks/redirects.ts';
import { pageSchema, siteSchema, type PageWords, type SiteWords } from './site-schema.ts';

export interface Page {
  id: string;
  words: PageWords;
  body: string;
}

export interface Content {
  site: SiteWords;
  pages: Page[];
  letters: Letter[];
  drafts: Draft[];
}

const SITE = 'content/site.yaml';
/** The pages that the site has, each in words of its own. */
const PAGES = ['404', 'about', 'index', 'search'];

/**
 * Everything under `content/` of the project at `root`. Throws a ContentError that lists the
 * problems of all files at once; then nothing is to be built.
 */
export async function loadContent(root: string): Promise<Content> {
  const { letters, drafts, problems } = await loadLetters(root);
  const site = loadSite(root, problems);
  const pages = PAGES.flatMap((id) => loadPage(root, `content/pages/${id}.md`, problems));
  for (const name of existsSync(join(root, 'content/pages'))
    ? readdirSync(join(root, 'content/pages'))
    : [])
    if (!name.startsWith('.') && !PAGES.includes(name.replace(/\.md$/, '')))
      problems.push({
        file: `content/pages/${name}`,
        line: 1,
        message: '没有这一页',
        help: `这里只放 ${PAGES.join('、')}`,
      });
  if (site) problems.push(...checkRedirects(site, letters, SITE));
  if (problems.length > 0 || !site) throw new ContentError(problems);
  return { site, pages, letters, drafts };
}

const MISSING = { line: 1, message: '缺少这个文件', help: '从上一版取回' };

/** A file's text; undefined, and told, where there is none, it is not UTF-8, or not to be read. */
function readText(root: string, file: string, problems: Diagnostic[]): string | undefined {
  const raw = readContentFile(root, file) ?? { file, ...MISSING };
  const text = 'bytes' in raw ? decode(raw.bytes) : undefined;
  if (!('bytes' in raw)) problems.push(raw);
  else if (text === undefined) problems.push({ file, ...NOT_UTF8 });
  if (text === undefined) return undefined;
  const tooMuch = findExcess(text, file);
  problems.push(...tooMuch, ...findHiddenCharacters(text, file));
  return tooMuch.length > 0 ? undefined : text;
}

function loadSite(root: string, problems: Diagnostic[]): SiteWords | undefined {
  const text = readText(root, SITE, problems);
  if (text === undefined) return undefined;
  const result = unlessTooDeep(SITE, problems, () => readYaml(text, siteSchema, SITE, 1));
  problems.push(...(result?.diagnostics ?? []));
  return result?.data;
}

function loadPage(root: string, file: string, problems: Diagnostic[]): Page[] {
  const text = readText(root, file, problems);
  if (text === undefined) return [];
  const parts = splitFrontMatter(text);
  if (!parts) {
    problems.push({ file, ...NO_FRONT_MATTER });
    return [];
  }
  const words = unlessTooDeep(file, problems, () => {
    const { data, diagnostics: found } = readYaml(parts.yaml, pageSchema, file, 2);
    problems.push(...found, ...unfit(readMarkdown(parts.body), file));
    return data;
  });
  return words ? [{ id: file.replace(/^.*\/(.+)\.md$/, '$1'), words, body: parts.body }] : [];
}

/** Raw HTML, unsafe links, pictures from anywhere, and a second main heading. */
function unfit(node: Nodes, file: string): Diagnostic[] {
  const problem = (message: string, help: string): Diagnostic => ({
    file,
    line: node.position?.start.line ?? 1,
    message,
    help,
  });
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
    return findHiddenEscapes(node.value, file, node.position?.start.line ?? 1);
  if (node.type === 'html')
    return [problem('有 HTML 标签', '改用 Markdown；要写 < 本身，写成 \\<')];
  if (node.type === 'image' || node.type === 'imageReference')
    return [problem('有图片', '本站的说明只用文字')];
  if (node.type === 'heading' && node.depth === 1)
    return [problem('有一级标题', '标题写在 title 里，文中从 ## 开始')];
  const bad =
    (node.type === 'link' || node.type === 'definition') &&
    (!isSafeLink(node.url) || /[^\x21-\x7E]/.test(node.url)) &&
    !/^(?:#[\w-]+|\.\.\/[a-z0-9][a-z0-9./-]*)$/.test(node.url);
  return [
    ...(bad
      ? [problem(`链接“${node.url}”不安全或不完整`, '写成 [文字](https://……)，网址后不接汉字')]
      : []),
    ...('children' in node ? node.children.flatMap((child) => unfit(child, file)) : []),
  ];
}
