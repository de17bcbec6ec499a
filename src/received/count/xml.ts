import sax from 'sax';
import { limitWord } from '../limits.ts';
import { UNREADABLE, Unreadable } from '../unreadable.ts';

/** An element of XML with its name as `prefix:local`, with the prefix of its namespace in `NAMESPACES`. */
export interface XmlElement {
  name: string;
  attributes: { name: string; value: string }[];
  children: (XmlElement | string)[];
}

/** Stands for an element that is not there. */
export const NO_ELEMENT: XmlElement = { name: '', attributes: [], children: [] };

const OPEN_XML = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
/** The namespaces whose words are counted, transitional and strict (ISO/IEC 29500-1 and -4), by prefix. */
const NAMESPACES = new Map<string, string>([
  [`${OPEN_XML}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${OPEN_XML}drawingml/2006/main`, 'a'],
  [`${STRICT}drawingml/main`, 'a'],
  [`${OPEN_XML}drawingml/2006/picture`, 'pic'],
  [`${STRICT}drawingml/picture`, 'pic'],
  [`${OPEN_XML}drawingml/2006/chart`, 'c'],
  [`${STRICT}drawingml/chart`, 'c'],
  ['http://schemas.microsoft.com/office/drawing/2014/chartex', 'cx'],
  [`${OPEN_XML}drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}drawingml/diagram`, 'dgm'],
  [`${OPEN_XML}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${OPEN_XML}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${OPEN_XML}package/2006/relationships`, 'rel'],
  [`${OPEN_XML}markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/2006/xmlPackage', 'pkg'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
]);

const nameOf = (uri: string, local: string) => `${NAMESPACES.get(uri) ?? '?'}:${local}`;

/** The text of a part: UTF-8, or UTF-16 if its first bytes show that. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  return new TextDecoder(big ? 'utf-16be' : little ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** Throws `Unreadable` if a part has too many tags or attributes; `tags` starts with what is before the first tag. */
function limitTags([, ...tags]: string[]): void {
  limitWord('tags', tags.length);
  let all = 0;
  for (const tag of tags) {
    const attributes = tag.match(/=\s*["']/g)?.length ?? 0;
    limitWord('attributesOfTag', attributes);
    all += attributes;
  }
  limitWord('attributes', all);
}

/**
 * Reads a part as a tree of elements. Throws `Unreadable` if it is not well-formed, declares a document type,
 * or is larger or deeper than any letter.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = sax.parser(true, { xmlns: true });
  const root: XmlElement = { name: '', attributes: [], children: [] };
  const open = [root];
  /** The open elements that declare namespaces, since each slows the reading of what is in it. */
  const naming = new Set<XmlElement>();
  parser.onopentag = (tag) => {
    if (!('uri' in tag)) return;
    limitWord('depth', open.length);
    const attributes = Object.values(tag.attributes).map(({ uri, local, value }) => ({
      name: uri === '' ? local : nameOf(uri, local),
      value,
    }));
    const element: XmlElement = { name: nameOf(tag.uri, tag.local), attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
    if (Object.values(tag.attributes).some(({ prefix }) => prefix === 'xmlns')) naming.add(element);
    limitWord('namespaces', naming.size);
  };
  parser.onclosetag = () => void naming.delete(open.pop()!);
  parser.ontext = parser.oncdata = (text) => void open.at(-1)!.children.push(text);
  parser.ondoctype = () => {
    throw new Unreadable(...UNREADABLE.doctype);
  };
  parser.onerror = ({ message }) => {
    // An unclosed tag ends with the element around it, as in Word's other readers.
    if (!message.startsWith('Unexpected close tag')) throw new Unreadable(...UNREADABLE.broken);
    parser.resume();
  };
  const xml = decodeXml(bytes);
  limitTags(xml.split('<'));
  parser.write(xml).close();
  const [top] = childElements(root);
  if (!top) throw new Unreadable(...UNREADABLE.broken);
  return top;
}

/** The child elements. */
export const childElements = (element: XmlElement): XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string');

/** The first child with this name, if any. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && childElements(element).find((child) => child.name === name);

/** Every descendant with this name, in the order of the file. */
export const descendants = (element: XmlElement, name: string): XmlElement[] =>
  childElements(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);

/** An attribute by its local name, of the element's own namespace or of none. */
export function attributeOf(element: XmlElement | undefined, local: string): string | undefined {
  const prefix = element?.name.split(':')[0];
  return element?.attributes.find(({ name }) => name === local || name === `${prefix}:${local}`)
    ?.value;
}

/** The relationship that an element names by `r:id`, `r:dm` or a similar attribute. */
export const relationshipOf = (element: XmlElement, local: string): string | undefined =>
  element.attributes.find(({ name }) => name === `r:${local}`)?.value;

/** All text within an element. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
