import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

const UNSEEN = ['script', 'style', 'template', 'head', 'title'];
const BLOCK =
  /^(?:p|div|h[1-6]|li|ul|ol|tr|table|blockquote|center|section|article|header|footer|br|hr|pre|dd|dt)$/;

function read(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!('childNodes' in node) || UNSEEN.includes(node.nodeName)) return '';
  const edge = BLOCK.test(node.nodeName) ? '\n' : /^t[dh]$/.test(node.nodeName) ? '\t' : '';
  return edge + node.childNodes.map(read).join('') + edge;
}

/** The words of HTML, each of its blocks on a line of its own; a tag alone has none, <br> ends a line. */
export function wordsOfHtml(html: string): string {
  const words = read(parseFragment(html)).replaceAll(/[ \t]*\n\s*/g, '\n');
  return /^<br\s*\/?>$/i.test(html.trim()) ? '\n' : words.replaceAll(/^\n|\n$/g, '');
}
