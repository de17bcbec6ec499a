import type { Nodes } from 'mdast';
import { readMarkdown } from '../markdown.ts';

/** The pieces of an address; in each, escapes are resolved if they can be. */
const readAddress = (url: string): string[] =>
  url.split(/[/?&=#]/).map((piece) => {
    try {
      return decodeURIComponent(piece);
    } catch {
      return piece;
    }
  });

/** The texts of a node that it does not show: comments and attributes of HTML, addresses, titles, names. */
function readAsides(node: Nodes): string[] {
  const children = 'children' in node ? node.children.flatMap(readAsides) : [];
  if (node.type === 'html')
    return (node.value.match(/<!--[^]*?(?:-->|$)|<[^>]*(?:>|$)/g) ?? []).flatMap((tag) =>
      tag.startsWith('<!--') ? tag.slice(4).replace(/-->$/, '') : tag.split(/[<>"'=]/),
    );
  if (node.type === 'code') return [node.lang ?? '', node.meta ?? ''];
  return [
    ...('url' in node ? readAddress(node.url) : []),
    ...('title' in node ? [node.title ?? ''] : []),
    ...('label' in node ? [node.label ?? ''] : []),
    ...children,
  ];
}

/**
 * Returns the texts of a Markdown file that are none of its lines, one a line of text: comments, attributes,
 * addresses and titles of links. No reader of a page sees them, but everybody who downloads the file.
 */
export const markdownAsides = (text: string): string[] =>
  readAsides(readMarkdown(text)).flatMap((aside) =>
    aside
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
