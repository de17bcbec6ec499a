import { visibleText } from '../../language/hidden.ts';
import { wordsOfHtml } from './html.ts';
import type { Place } from './occurrence.ts';
import type { OpenPackage } from './package.ts';
import { attributeOf, childElements, relationshipOf, textOf, type XmlElement } from './xml.ts';

/** Returns true for a picture in VML. WPS writes `v:imagedata` without a picture into every shape. */
export const namesImage = ({ name, attributes }: XmlElement): boolean =>
  name === 'v:imagedata' &&
  attributes.some((one) => /^(?:r:(?:id|href|pict)|o:relid|src)$/.test(one.name));

/** The elements of charts and diagrams that hold words. */
const TEXTS = ['a:t', 'c:v', 'cx:v', 'cx:pt'];
/** Every descendant with one of these names, in the order of the file. */
const elementsNamed = (element: XmlElement, names: string[]): XmlElement[] =>
  childElements(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...elementsNamed(child, names),
  ]);

/**
 * The words of a chart or diagram that an element of a part draws; they are in a part of their own. Returns
 * undefined for other graphics.
 */
export function readGraphic(
  element: XmlElement,
  part: string,
  parts: OpenPackage,
): { kind: Place; words: string } | undefined {
  const uri = attributeOf(element, 'uri') ?? '';
  const isDiagram = /\/diagram$/.test(uri);
  if (!isDiagram && !/\/chart(?:ex)?$/.test(uri)) return undefined;
  const ids = childElements(element).flatMap(
    (child) => relationshipOf(child, isDiagram ? 'dm' : 'id') ?? [],
  );
  const trees = ids.flatMap((id) => {
    const target = parts.target(part, id);
    return (target !== undefined && parts.tree(target)) || [];
  });
  const words = trees.flatMap((tree) => elementsNamed(tree, TEXTS).map(textOf));
  return {
    kind: isDiagram ? 'SmartArt' : '图表',
    words: words.filter((one) => visibleText(one)).join(' '),
  };
}

/** The words of a file of HTML or text within the file; `''` for any other file. */
export function readEmbedded(bytes: Uint8Array | undefined): string {
  // An archive, such as another Word file, begins with P.
  const text = bytes && bytes[0] !== 0x50 ? new TextDecoder().decode(bytes) : '';
  return /^\s*\{\\rtf/.test(text) ? '' : wordsOfHtml(text).replaceAll(/\s+/g, ' ').trim();
}
