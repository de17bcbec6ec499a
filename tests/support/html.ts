import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser reads it, by the parsing rules of HTML. */
export const readHtml = (html: string): Node => parse(html);

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const isElement = (node: Node): node is Element => 'tagName' in node;

/** Every element below a node, in document order. */
export const allElements = (node: Node): Element[] =>
  childrenOf(node).flatMap((child) => [
    ...(isElement(child) ? [child] : []),
    ...allElements(child),
  ]);

export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

/** The text within a node, without elements for which `skip` returns true. */
export function textOf(node: Node, skip: (element: Element) => boolean = () => false): string {
  if ('value' in node) return node.value;
  return childrenOf(node)
    .filter((child) => !isElement(child) || !skip(child))
    .map((child) => textOf(child, skip))
    .join('');
}

/** The words of a page's body that are not marked as editorial. */
export const notOurs = (page: Node): string =>
  textOf(
    allElements(page).find(({ tagName }) => tagName === 'body')!,
    (element) => element.tagName === 'script' || attribute(element, 'data-by') === 'editor',
  );
