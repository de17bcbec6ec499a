import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { filesOf } from './list-files.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** What the checks of a built page read in it. */
export interface BuiltPage {
  /** Every id, with the name of its element. */
  ids: Map<string, string>;
  /** Every `href` and `src`, as written. */
  links: Set<string>;
  /** The text outside elements marked `data-by="editor"`. */
  words: string;
  /** The page sends its readers to another address at once. */
  redirects: boolean;
}

/** A built site: the paths of its files, and what each HTML file holds. */
export interface BuiltSite {
  files: Set<string>;
  pages: Map<string, BuiltPage>;
}

const SILENT = new Set(['head', 'script', 'style']);

/** Reads a page by the parsing rules of HTML, without running it. */
export function readBuiltPage(html: string): BuiltPage {
  const page: BuiltPage = { ids: new Map(), links: new Set(), words: '', redirects: false };
  const visit = (node: Node, silent: boolean): void => {
    if (node.nodeName === '#text') {
      if (!silent) page.words += (node as DefaultTreeAdapterTypes.TextNode).value;
      return;
    }
    let within = silent || SILENT.has(node.nodeName);
    for (const { name, value } of 'attrs' in node ? node.attrs : []) {
      if (name === 'id') page.ids.set(value, node.nodeName);
      if (name === 'href' || name === 'src') page.links.add(value);
      if (name === 'data-by' && value === 'editor') within = true;
      if (name === 'http-equiv' && value === 'refresh') page.redirects = true;
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, within);
  };
  visit(parse(html), false);
  return page;
}

/** Reads every page of the site built in `folder`. */
export function readBuiltSite(folder: string): BuiltSite {
  const files = new Set(filesOf(folder));
  const html = [...files].filter((name) => name.endsWith('.html'));
  const read = (name: string) => readBuiltPage(readFileSync(join(folder, name), 'utf8'));
  return { files, pages: new Map(html.map((name) => [name, read(name)])) };
}
