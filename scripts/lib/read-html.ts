import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** What the proof of a built page needs of it. */
export interface BuiltPage {
  ids: Set<string>;
  /** Every `href` and `src`, as written. */
  links: Set<string>;
  /** What is not marked as ours. */
  words: string;
}

const SILENT = new Set(['head', 'script', 'style']);

/** Reads a page as a browser would, without running it. */
export function readBuiltPage(html: string): BuiltPage {
  const page: BuiltPage = { ids: new Set(), links: new Set(), words: '' };
  const visit = (node: Node, ours: boolean): void => {
    if (node.nodeName === '#text') {
      if (!ours) page.words += (node as DefaultTreeAdapterTypes.TextNode).value;
      return;
    }
    let within = ours || SILENT.has(node.nodeName);
    for (const { name, value } of 'attrs' in node ? node.attrs : []) {
      if (name === 'id') page.ids.add(value);
      if (name === 'href' || name === 'src') page.links.add(value);
      if (name === 'data-by' && value === 'editor') within = true;
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, within);
  };
  visit(parse(html), false);
  return page;
}
