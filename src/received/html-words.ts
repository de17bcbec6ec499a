import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** Elements whose text no browser shows, or only above other text. */
const UNSEEN = ['script', 'style', 'template', 'head', 'title', 'rt', 'rp'];

/** What a tag in a line of Markdown does: it opens or closes an element whose text no browser shows, or neither. */
export function readUnseenTag(html: string): 'opens' | 'closes' | undefined {
  const [, slash, name = ''] = /^<(\/?)([a-z]+)/i.exec(html) ?? [];
  if (!UNSEEN.includes(name.toLowerCase())) return undefined;
  return slash === '/' ? 'closes' : 'opens';
}
/** Elements that start and end a line. */
const BLOCK =
  /^(?:p|div|h[1-6]|li|ul|ol|tr|table|caption|figure|figcaption|dl|details|summary|main|aside|nav|address|blockquote|center|section|article|header|footer|br|hr|pre|dd|dt)$/;

function readNode(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!('childNodes' in node) || UNSEEN.includes(node.nodeName)) return '';
  if (node.nodeName === 'img' && 'attrs' in node)
    return node.attrs.find(({ name }) => name === 'alt')?.value ?? '';
  const edge = BLOCK.test(node.nodeName) ? '\n' : /^t[dh]$/.test(node.nodeName) ? '\t' : '';
  return edge + node.childNodes.map(readNode).join('') + edge;
}

/** The words of HTML, each block on a line of its own. A tag alone has no words; `<br>` ends a line. */
export function wordsOfHtml(html: string): string {
  const words = readNode(parseFragment(html)).replaceAll(/(?<![ \t])[ \t]*\n\s*/g, '\n');
  return /^<br\s*\/?>$/i.test(html.trim()) ? '\n' : words.replaceAll(/^\n|\n$/g, '');
}
