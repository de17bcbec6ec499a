import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { Mark } from './occurrence.ts';

/** Words of HTML, and how a browser shows them. */
interface HtmlWords {
  words: string;
  marks: Mark[];
}

/** How a browser shows the words of an element: struck out, or not at all. */
function marksOf(element: DefaultTreeAdapterTypes.Element): Mark[] {
  const attribute = (name: string) => element.attrs.find((one) => one.name === name)?.value;
  const style = attribute('style') ?? '';
  return [
    ...(/^(?:del|s|strike)$/.test(element.tagName) || /line-through/i.test(style)
      ? (['struck'] as const)
      : []),
    ...(attribute('hidden') !== undefined || /display:\s*none|visibility:\s*hidden/i.test(style)
      ? (['hidden'] as const)
      : []),
  ];
}

/** The words of HTML, or of plain text, without its tags, styles and comments. */
export function readHtml(html: string): HtmlWords[] {
  const read = (node: DefaultTreeAdapterTypes.Node, marks: Mark[]): HtmlWords[] => {
    if (node.nodeName === '#text' && 'value' in node) return [{ words: node.value, marks }];
    if (!('childNodes' in node) || /^(?:script|style|title)$/.test(node.nodeName)) return [];
    const own = 'tagName' in node ? marksOf(node) : [];
    return node.childNodes.flatMap((child) => read(child, [...marks, ...own]));
  };
  return read(parse(html), []);
}

/** The words of HTML without their marks. */
export const wordsOfHtml = (html: string): string =>
  readHtml(html)
    .map(({ words }) => words)
    .join('');

/** A tag within a line of Markdown: its element, whether it closes it, and how its words are shown. */
export function readTag(
  html: string,
): { name: string; closes: boolean; marks: Mark[] } | undefined {
  const [, slash, name] = /^<(\/?)([a-z][\w-]*)/i.exec(html) ?? [];
  if (name === undefined) return undefined;
  const [element] = parseFragment(html).childNodes;
  return {
    name: name.toLowerCase(),
    closes: slash === '/',
    marks: element && 'tagName' in element ? marksOf(element) : [],
  };
}
