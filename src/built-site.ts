import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { filesOf } from './list-files.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** The facts about a page that the checks of a whole site need. */
export interface BuiltPage {
  /** Every id, with the name of its element. */
  ids: Map<string, string>;
  /** Every `href` and `src`, as written. */
  links: Set<string>;
  /** The page sends its readers to another address at once. */
  redirects: boolean;
}

/** The whole content of a page. Its texts are large, so they are not kept. */
export interface PageContent extends BuiltPage {
  /** The text outside elements marked `data-by="editor"`. */
  words: string;
  /** The text of each `<style>`. */
  styles: string[];
  /** The text of each `<script>` without attributes; scripts with a type contain data. */
  scripts: string[];
  /** The hashes of scripts that the page loads later, from its `data-hash` attributes, if they are hashes. */
  scriptHashes: string[];
  hasForm: boolean;
  /** The page starts the search's worker. */
  hasWorker: boolean;
}

/** A built site: the paths of its files, and the facts about each HTML file. */
export interface BuiltSite {
  files: Set<string>;
  pages: Map<string, BuiltPage>;
}

/** Matches a hash of a Content-Security-Policy; another value must not add a source to it. */
const HASH = /^sha256-[A-Za-z\d+/]{43}=$/;

const SILENT = new Set(['head', 'script', 'style']);

const ownText = (element: DefaultTreeAdapterTypes.Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** Reads a page by the parsing rules of HTML, without running it. */
export function readPageContent(html: string): PageContent {
  const page: PageContent = {
    ids: new Map(),
    links: new Set(),
    redirects: false,
    words: '',
    styles: [],
    scripts: [],
    scriptHashes: [],
    hasForm: false,
    hasWorker: false,
  };
  const visit = (node: Node, silent: boolean): void => {
    if (node.nodeName === '#text') {
      if (!silent) page.words += (node as DefaultTreeAdapterTypes.TextNode).value;
      return;
    }
    let within = silent || SILENT.has(node.nodeName);
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (name === 'id') page.ids.set(value, node.nodeName);
        if (name === 'href' || name === 'src') page.links.add(value);
        if (name === 'data-by' && value === 'editor') within = true;
        if (name === 'data-hash' && HASH.test(value)) page.scriptHashes.push(value);
        if (name === 'data-worker') page.hasWorker = true;
        if (name === 'http-equiv' && value === 'refresh') page.redirects = true;
      }
      if (node.tagName === 'form') page.hasForm = true;
      if (node.tagName === 'style') page.styles.push(ownText(node));
      if (node.tagName === 'script' && node.attrs.length === 0) page.scripts.push(ownText(node));
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, within);
  };
  // As without scripts: what `<noscript>` holds is read too.
  visit(parse(html, { scriptingEnabled: false }), false);
  return page;
}

/** Returns the facts that are kept of a page after it was read. */
export const keepForSite = ({ ids, links, redirects }: PageContent): BuiltPage => ({
  ids,
  links,
  redirects,
});

/** Reads every page of the site built in `folder`; `visit` gets the whole content of each. */
export function readBuiltSite(
  folder: string,
  visit: (name: string, content: PageContent) => void = () => {},
): BuiltSite {
  const files = new Set(filesOf(folder));
  const pages = new Map<string, BuiltPage>();
  for (const name of files) {
    if (!name.endsWith('.html')) continue;
    const content = readPageContent(readFileSync(join(folder, name), 'utf8'));
    visit(name, content);
    pages.set(name, keepForSite(content));
  }
  return { files, pages };
}
