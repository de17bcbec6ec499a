import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** The words of HTML, or of plain text, without its tags, styles and comments. */
export function wordsOfHtml(html: string): string {
  const words = (node: DefaultTreeAdapterTypes.Node): string =>
    node.nodeName === '#text' && 'value' in node
      ? node.value
      : 'childNodes' in node && !/^(?:script|style|title)$/.test(node.nodeName)
        ? node.childNodes.map(words).join('')
        : '';
  return words(parse(html));
}
