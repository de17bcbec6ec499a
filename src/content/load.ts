import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import {
  ContentError,
  readWithinStack,
  wholeFile,
  type Advice,
  type Diagnostic,
  type LineOf,
  type Result,
} from '../diagnostics.ts';
import type { Draft, Letter } from '../letter/letter.ts';
import type { Withdrawal } from '../letter/withdrawal.ts';
import { readMarkdown } from '../markdown.ts';
import { checkRedirects } from './checks/redirects.ts';
import { readTextFile, type TextFile } from './files.ts';
import { NO_FRONT_MATTER, readYaml, splitFrontMatter } from './front-matter.ts';
import { findHiddenCharacters, findHiddenEscapes } from './hidden-characters.ts';
import { loadLetters } from './letters.ts';
import { findExcess } from './limits.ts';
import { plainText } from './markdown/inline.ts';
import { dishonestLink, isHonestLink, isSafeLink } from './markdown/links.ts';
import { pageSchema, siteSchema, type PageWords, type SiteWords } from './site-schema.ts';

/** A page of the site's own words; its body is Markdown. */
export interface Page {
  id: string;
  words: PageWords;
  body: string;
}

/** Everything under `content/`. */
export interface Content {
  site: SiteWords;
  pages: Page[];
  letters: Letter[];
  withdrawn: Withdrawal[];
  drafts: Draft[];
}

export const SITE = 'content/site.yaml';
const PAGES = 'content/pages';
/** The pages that no site can do without. */
const REQUIRED_PAGES = ['404', 'about', 'index', 'search'];

/** The pages of the site's own words: those that every site has, and what else an editor wrote. */
const listPages = (root: string): string[] => {
  const folder = join(root, PAGES);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const written = names.flatMap((name) => /^([a-z0-9][a-z0-9-]*)\.md$/.exec(name)?.[1] ?? []);
  return [...new Set([...REQUIRED_PAGES, ...written])];
};

/**
 * Loads everything under `content/` of the project at `root`; of its letters only that of `key`, if it is
 * given, and no redirects, which name other letters. Throws a ContentError that lists the problems of all
 * files that were read, if there are any.
 */
export async function loadContent(root: string, key?: string): Promise<Content> {
  const { letters, withdrawn, drafts, ledger, diagnostics } = await loadLetters(root, key);
  const site = loadSite(root);
  const pages = listPages(root).map((id) => loadPage(root, id));
  const all = [
    ...diagnostics,
    ...site.diagnostics,
    ...pages.flatMap((page) => page.diagnostics),
    ...findStrayPages(root),
    ...(site.value && key === undefined
      ? checkRedirects(site.value.words, { letters, withdrawn }, ledger, site.value)
      : []),
  ];
  if (all.length > 0 || !site.value) throw new ContentError(all);
  return {
    site: site.value.words,
    pages: pages.flatMap(({ value }) => value ?? []),
    letters,
    withdrawn,
    drafts,
  };
}

/** Reads a file that the site cannot do without. Reports what no parser should see. */
function readRequired(root: string, file: string): Result<TextFile> {
  const { value, diagnostics } = readTextFile(root, file);
  if (!value)
    return {
      diagnostics:
        diagnostics.length > 0 ? diagnostics : [wholeFile(file, '缺少这个文件', '从上一版取回')],
    };
  const excess = findExcess(value.text, file);
  const hidden = findHiddenCharacters(value.text, file);
  return { ...(excess.length === 0 && { value }), diagnostics: [...excess, ...hidden] };
}

/** `content/site.yaml` as read, with its lines for diagnostics. */
interface SiteFile {
  words: SiteWords;
  file: string;
  lineOf: LineOf;
}

/** Loads `content/site.yaml` of the project at `root`. */
export function loadSite(root: string): Result<SiteFile> {
  const { value, diagnostics } = readRequired(root, SITE);
  if (!value) return { diagnostics };
  const site = readWithinStack(SITE, () => readYaml(value.text, siteSchema, SITE, 1));
  const words = 'data' in site ? site.data : undefined;
  return {
    value: words && 'lineOf' in site ? { words, file: SITE, lineOf: site.lineOf } : undefined,
    diagnostics: [...diagnostics, ...site.diagnostics],
  };
}

function loadPage(root: string, id: string): Result<Page> {
  const file = `${PAGES}/${id}.md`;
  const { value, diagnostics } = readRequired(root, file);
  if (!value) return { diagnostics };
  const parts = splitFrontMatter(value.text);
  if (!parts) return { diagnostics: [...diagnostics, { file, ...NO_FRONT_MATTER }] };
  const page = readWithinStack(file, () => {
    const words = readYaml(parts.yaml, pageSchema, file, 2);
    const unfit = lintPage(readMarkdown(parts.body), file);
    return { words: words.data, diagnostics: [...words.diagnostics, ...unfit] };
  });
  const words = 'words' in page ? page.words : undefined;
  return {
    ...(words && { value: { id, words, body: parts.body } }),
    diagnostics: [...diagnostics, ...page.diagnostics],
  };
}

/** Reports the files beside the pages that the site has no page for. */
function findStrayPages(root: string): Diagnostic[] {
  const folder = join(root, PAGES);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => !name.startsWith('.') && !/^[a-z0-9][a-z0-9-]*\.md$/.test(name))
    .map((name) =>
      wholeFile(
        `${PAGES}/${name}`,
        '文件名不能作地址',
        '写成 help.md 的样子：小写字母、数字和连字符',
      ),
    );
}

/** Nodes that a page cannot have. */
const REFUSED: Partial<Record<Nodes['type'], Advice>> = {
  html: { message: '有 HTML 标签', help: '改用 Markdown；要写 < 本身，写成 \\<' },
  image: { message: '有图片', help: '本站的说明只用文字' },
  imageReference: { message: '有图片', help: '本站的说明只用文字' },
  linkReference: { message: '有引用式链接', help: '写成 [文字](https://……)' },
};
const FIRST_HEADING: Advice = { message: '有一级标题', help: '标题写在 title 里，文中从 ## 开始' };

/** Addresses that a page may link to: elsewhere in full, or within the site. */
const isPageLink = (url: string): boolean =>
  (isSafeLink(url) && !/[^\x21-\x7E]/.test(url)) ||
  /^(?:#[\w-]+|\.\.\/[a-z0-9][a-z0-9./-]*)$/.test(url);

/** Reports raw HTML, pictures, unsafe links, first-level headings and hidden characters of a page. */
function lintPage(node: Nodes, file: string): Diagnostic[] {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
    return findHiddenEscapes(node.value, file, line);
  const refused = node.type === 'heading' && node.depth === 1 ? FIRST_HEADING : REFUSED[node.type];
  if (refused) return [{ file, line, ...refused }];
  const isUnsafe = (node.type === 'link' || node.type === 'definition') && !isPageLink(node.url);
  const unsafe = isUnsafe && {
    message: `链接“${node.url}”不安全或不完整`,
    help: '写成 [文字](https://……)，网址后不接汉字',
  };
  const text = node.type === 'link' ? plainText(node.children) : '';
  const dishonest =
    node.type === 'link' && !isHonestLink(text, node.url) && dishonestLink(text, node.url);
  return [
    ...(dishonest ? [{ file, line, ...dishonest }] : []),
    ...(unsafe ? [{ file, line, ...unsafe }] : []),
    ...('children' in node ? node.children.flatMap((child) => lintPage(child, file)) : []),
  ];
}
