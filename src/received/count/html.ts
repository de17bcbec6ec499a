import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { limitWord } from '../limits.ts';
import { isBox } from './fields.ts';
import type { Mark, Occurrence } from './occurrence.ts';

/** Words of HTML, and how a browser shows them; `in` for those that are no text of the page. */
type HtmlWords = Pick<Occurrence, 'words' | 'marks'> & Partial<Pick<Occurrence, 'in' | 'sign'>>;

/** A tag of HTML. `asides` are the words of its attributes that a browser does not show as text. */
export interface Tag {
  name: string;
  closes: boolean;
  marks: Mark[];
  asides: HtmlWords[];
}

/** Elements whose text no browser shows. */
const UNSEEN = /^(?:script|style|title|rp)$/;
/** Elements without an end. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const HAN = /\p{Script=Han}/u;
/** Attributes that lead elsewhere. */
const ADDRESS = /^(?:href|src|cite|data|action|formaction|poster|background|longdesc)$/;
/** Attributes whose words a browser shows beside the text, or reads aloud. */
const SPOKEN = /^(?:title|aria-\w+|placeholder|label|summary|content|value|datetime|abbr|alt)$/;
/** Attributes of form: their Chinese words are names of fonts and styles. */
const FORM = /^(?:class|style|face)$/;

/** The place of words within an element that shows them otherwise than as text. */
const placeWithin = (name: string): '注释' | '注音' | undefined =>
  UNSEEN.test(name) ? '注释' : name === 'rt' ? '注音' : undefined;

const withoutComments = (html: string): string => html.replaceAll(/<!--[^]*?(?:-->|$)/g, '');

const attributeOf = (element: DefaultTreeAdapterTypes.Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value;

const isTickBox = (element: DefaultTreeAdapterTypes.Element) =>
  element.tagName === 'input' && /^(?:checkbox|radio)$/i.test(attributeOf(element, 'type') ?? '');
/** The attribute whose words a browser shows in the place of the element. */
const shownAttribute = (element: DefaultTreeAdapterTypes.Element) =>
  element.tagName === 'img'
    ? 'alt'
    : element.tagName === 'input' && !isTickBox(element)
      ? 'value'
      : undefined;

/** How a browser shows the words of an element: struck out, raised, or not at all. */
function marksOf(element: DefaultTreeAdapterTypes.Element): Mark[] {
  const style = attributeOf(element, 'style') ?? '';
  return [
    ...(/^(?:del|s|strike)$/.test(element.tagName) || /line-through/i.test(style)
      ? (['struck'] as const)
      : []),
    ...(/^su[bp]$/.test(element.tagName) ? (['raised'] as const) : []),
    ...(attributeOf(element, 'hidden') !== undefined ||
    /display:\s*none|visibility:\s*hidden/i.test(style)
      ? (['hidden'] as const)
      : []),
  ];
}

/** An address as it is declared; the bytes of a picture that is part of it are no words. */
export const shortenAddress = (address: string): string =>
  address.replace(/^(data:[^,]{0,100};base64),[^]*/i, '$1');

/** The words of an element's attributes: addresses, and texts that a browser does not show as text. */
const asidesOf = (element: DefaultTreeAdapterTypes.Element): HtmlWords[] =>
  element.attrs.flatMap(({ name, value }): HtmlWords[] => {
    const isShown = shownAttribute(element) === name;
    const isText = SPOKEN.test(name) || HAN.test(value);
    const words = HAN.test(name) ? `${name} ${value}` : value;
    if (ADDRESS.test(name) && value.trim() !== '')
      return [{ in: '网址', words: shortenAddress(value), marks: [] }];
    return !isShown && words.trim() !== '' && (HAN.test(name) || (isText && !FORM.test(name)))
      ? [{ in: '说明', words, marks: [] }]
      : [];
  });

/** What an element draws besides the words within it: a picture's words, a box, a field, a number. */
function drawnBy(element: DefaultTreeAdapterTypes.Element): HtmlWords[] {
  const { tagName, parentNode } = element;
  const shown = attributeOf(element, shownAttribute(element) ?? '') ?? '';
  if (tagName === 'img') return [{ words: shown, marks: [] }];
  if (isTickBox(element)) {
    const words = attributeOf(element, 'checked') === undefined ? '[ ]' : '[x]';
    return [{ in: '符号', words, sign: isBox, marks: [] }];
  }
  if (shown !== '') return [{ in: '其他文字', words: shown, marks: [] }];
  if (tagName !== 'li' || parentNode?.nodeName !== 'ol' || !('attrs' in parentNode)) return [];
  const isBare = [element, parentNode].some((one) =>
    /list-style[^;]*none/i.test(attributeOf(one, 'style') ?? ''),
  );
  const items = parentNode.childNodes.filter(({ nodeName }) => nodeName === 'li');
  const first = Number(attributeOf(parentNode, 'start') ?? 1) || 1;
  const number = `${first + items.indexOf(element)}.`;
  return isBare ? [] : [{ in: '自动编号', words: number, marks: [] }];
}

/** The words of HTML, or of plain text, without its tags; throws `Unreadable` for HTML that is nested too deep. */
export function readHtml(html: string): HtmlWords[] {
  const read = (
    node: DefaultTreeAdapterTypes.Node,
    marks: readonly Mark[],
    place: HtmlWords['in'],
    depth: number,
  ): HtmlWords[] => {
    limitWord('html', depth);
    if (node.nodeName === '#comment' && 'data' in node)
      return [{ in: '注释', words: node.data.trim(), marks: [] }];
    if (node.nodeName === '#text' && 'value' in node)
      return place === '注释'
        ? HAN.test(node.value)
          ? [{ in: place, words: node.value.trim(), marks: [] }]
          : []
        : [{ ...(place && { in: place }), words: node.value, marks }];
    if (!('childNodes' in node)) return [];
    const own = 'tagName' in node ? marksOf(node) : [];
    const within = placeWithin(node.nodeName) ?? place;
    const children = node.nodeName === 'template' && 'content' in node ? node.content : node;
    return [
      ...('tagName' in node ? drawnBy(node) : []),
      ...children.childNodes.flatMap((child) => read(child, [...marks, ...own], within, depth + 1)),
    ];
  };
  // A tree has no document type below its beginning.
  const types = withoutComments(html).match(/<!doctype[^>]*/gi) ?? [];
  return [
    ...types
      .filter((type) => HAN.test(type))
      .map((words) => ({ in: '注释' as const, words, marks: [] })),
    ...read(parse(html), [], undefined, 0),
  ];
}

/** The place of words within open tags, if a browser does not show them as text. */
export function placeIn(tags: Tag[]): Partial<Occurrence> {
  const place = tags.map(({ name }) => placeWithin(name)).findLast(Boolean);
  return place ? { in: place, running: false } : {};
}

/** The words of HTML that a browser shows as text. */
export const wordsOfHtml = (html: string): string =>
  readHtml(html)
    .map(({ in: place, words }) => (place ? '' : words))
    .join('');

/** The tags in a piece of HTML, which may be open at its end or not opened in it. Comments have none. */
export const readTags = (html: string): Tag[] =>
  (
    withoutComments(html).match(/<\/?[a-z](?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^'">])*(?:>|$)/gi) ?? []
  ).map((tag) => {
    const [, slash = '', name = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(tag)!;
    const [element] = parseFragment(tag).childNodes;
    const isElement = element !== undefined && 'attrs' in element;
    const named = /^[^\s"'=]*\p{Script=Han}[^\s"'=]*|^<\/[^]*\p{Script=Han}[^]*/u.exec(tag)?.[0];
    return {
      name: name.toLowerCase(),
      closes: slash === '/',
      marks: isElement ? marksOf(element) : [],
      asides: [
        ...(named === undefined
          ? []
          : [{ in: '说明' as const, words: named.replaceAll(/^<\/?|>$/g, ''), marks: [] }]),
        ...(isElement ? asidesOf(element) : []),
      ],
    };
  });

/**
 * Opens and closes the elements of the tags that were read in a piece of HTML; `open` are those that are open
 * before it and then after it, the innermost last.
 */
export function followTags(open: Tag[], tags: Tag[]): void {
  for (const tag of tags) {
    if (!tag.closes) {
      if (!VOID.test(tag.name)) open.push(tag);
      continue;
    }
    const at = open.findLastIndex(({ name }) => name === tag.name);
    if (at >= 0) open.length = at;
  }
}
