import type { RemarkPlugin } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Root } from 'mdast';

/**
 * The Markdown of this site: CommonMark with tables and footnotes, and nothing that alters a
 * character. A single tilde stays a tilde: 5~10家 is a range, not a deletion.
 */
export const remarkPlugins: [RemarkPlugin, object][] = [
  [remarkGfm as RemarkPlugin, { singleTilde: false }],
];

const reader = unified().use(remarkParse).use(remarkGfm, remarkPlugins[0]![1]);

/** Markdown as a syntax tree, read by the same rules as every page. */
export const readMarkdown = (text: string): Root => reader.parse(text);
