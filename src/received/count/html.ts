import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { limitWord } from '../limits.ts';
import type { Mark } from './occurrence.ts';

/** Words of HTML, and how a browser shows them; `isComment` for those that it does not show as text. */
interface HtmlWords {
  words: string;
  marks: Mark[];
  isComment?: true;
}

/** Elements whose text no browser shows. */
const UNSEEN = /^(?:script|style|title)$/;
/** How a browser shows the words of an element: struck out, raised, or not at all. */
function marksOf(element: DefaultTreeAdapterTypes.Element): Mark[] {
  const attribute = (name: string) => element.attrs.find((one) => one.name === name)?.value;
  const style = attribute('style') ?? '';
  return [
    ...(/^(?:del|s|strike)$/.test(element.tagName) || /line-through/i.test(style)
      ? (['struck'] as const)
      : []),
    ...(/^su[bp]$/.test(element.tagName) ? (['raised'] as const) : []),
    ...(attribute('hidden') !== undefined || /display:\s*none|visibility:\s*hidden/i.test(style)
      ? (['hidden'] as const)
      : []),
  ];
}

/** The words of HTML, or of plain text, without its tags; throws `Unreadable` for HTML that is nested too deep. */
export function readHtml(html: string): HtmlWords[] {
  const read = (
    node: DefaultTreeAdapterTypes.Node,
    marks: Mark[],
    isUnseen: boolean,
    depth: number,
  ): HtmlWords[] => {
    limitWord('html', depth);
    if (node.nodeName === '#comment' && 'data' in node)
      return [{ words: node.data.trim(), marks: [], isComment: true }];
    if (node.nodeName === '#text' && 'value' in node)
      return !isUnseen
        ? [{ words: node.value, marks }]
        : /\p{Script=Han}/u.test(node.value)
          ? [{ words: node.value.trim(), marks: [], isComment: true }]
          : [];
    if (!('childNodes' in node)) return [];
    const own = 'tagName' in node ? marksOf(node) : [];
    const children = node.nodeName === 'template' && 'content' in node ? node.content : node;
    return children.childNodes.flatMap((child) =>
      read(child, [...marks, ...own], isUnseen || UNSEEN.test(node.nodeName), depth + 1),
    );
  };
  return read(parse(html), [], false, 0);
}

/** The words of HTML that a browser shows. */
export const wordsOfHtml = (html: string): string =>
  readHtml(html)
    .map(({ words, isComment }) => (isComment ? '' : words))
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
