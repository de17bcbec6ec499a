import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { decode, hiddenCharacters, isSafeLink } from '../letter/checks.ts';
import { cut, readYaml } from '../letter/frontmatter.ts';
import { loadLetters } from '../letter/load.ts';
import { ContentError, type Problem } from '../letter/problems.ts';
import type { Letter } from '../letter/types.ts';
import { readMarkdown } from '../markdown.ts';
import { pageSchema, siteSchema, type PageWords, type SiteWords } from './schema.ts';

export interface Page {
  id: string;
  words: PageWords;
  body: string;
}

export interface Content {
  site: SiteWords;
  pages: Page[];
  letters: Letter[];
}

/**
 * Everything under `content/` of the project at `root`. Throws a ContentError that lists the
 * problems of all files at once; then nothing is to be built.
 */
export function loadContent(root: string): Content {
  const { letters, problems } = loadLetters(root);
  const site = loadSite(root, problems);
  const pages = readdirSync(join(root, 'content/pages'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => loadPage(root, `content/pages/${name}`, problems));
  for (const letter of letters)
    for (const name of letter.signatories)
      if (site && !site.bureaus.some((bureau) => bureau.name === name))
        problems.push({
          file: `content/${letter.key}.md`,
          line: 1,
          what: `署名单位“${name}”没有登记`,
          remedy: '对照原文改正，或在 content/site.yaml 的 bureaus 里加上它',
        });
  if (problems.length > 0 || !site) throw new ContentError(problems);
  return { site, pages, letters };
}

function readText(root: string, file: string, problems: Problem[]): string {
  const text = decode(readFileSync(join(root, file)));
  if (text !== undefined) problems.push(...hiddenCharacters(text, file));
  else problems.push({ file, line: 1, what: '文件不是 UTF-8 编码', remedy: '另存为 UTF-8' });
  return text ?? '';
}

function loadSite(root: string, problems: Problem[]): SiteWords | undefined {
  const file = 'content/site.yaml';
  const result = readYaml(readText(root, file, problems), siteSchema, file, 1);
  problems.push(...result.problems);
  return result.data;
}

function loadPage(root: string, file: string, problems: Problem[]): Page[] {
  const parts = cut(readText(root, file, problems));
  if (!parts) {
    problems.push({
      file,
      line: 1,
      what: '文件开头没有成对的 --- 行',
      remedy: '在开头写上 title 等项',
    });
    return [];
  }
  const { data: words, problems: found } = readYaml(parts.yaml, pageSchema, file, 2);
  problems.push(...found, ...unsafe(readMarkdown(parts.body), file));
  return words ? [{ id: file.replace(/^.*\/(.+)\.md$/, '$1'), words, body: parts.body }] : [];
}

/** Raw HTML and links that no page may carry. */
function unsafe(node: Nodes, file: string): Problem[] {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'html')
    return [{ file, line, what: '有 HTML 标签', remedy: '改用 Markdown；要写 < 本身，写成 \\<' }];
  const bad =
    (node.type === 'link' || node.type === 'definition') &&
    !isSafeLink(node.url) &&
    !/^#[\w-]+$/.test(node.url);
  return [
    ...(bad
      ? [{ file, line, what: `链接“${node.url}”不安全或不完整`, remedy: '写完整的 https:// 地址' }]
      : []),
    ...('children' in node ? node.children.flatMap((child) => unsafe(child, file)) : []),
  ];
}
