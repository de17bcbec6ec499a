const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: RELATIONSHIPS,
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  dgm: 'http://schemas.openxmlformats.org/drawingml/2006/diagram',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  wpsCustomData: 'http://www.wps.cn/officeDocument/2013/wpsCustomData',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** A part of a Word file, in the usual prefixes, with this content; `root` is its root element, such as `w:hdr`. */
export const wordPart = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${root} ${NAMESPACES}>${content}</${root}>`;

/** A run and a paragraph with these words. */
export const run = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
export const paragraph = (words: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${words.startsWith('<') ? words : run(words)}</w:p>`;

/** Parts related to the main part: the last word of the relationship's type, and the XML. */
export type Related = Record<string, [type: string, content: string | Uint8Array]>;

const relationships = (all: [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/**
 * The parts of a Word file with this body, by name. Parts beside it are in `word/`, and their names
 * are their relationships' ids: `{ 'header1.xml': ['header', …] }` is referred to by `r:id="header1.xml"`.
 */
export function wordParts(
  body: string,
  related: Related = {},
  main = 'word/document.xml',
): Map<string, Uint8Array> {
  const encode = (text: string | Uint8Array) =>
    typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const [folder, name] = main.split('/');
  const entries: [string, string | Uint8Array][] = [
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ],
    ['_rels/.rels', relationships([['main', 'officeDocument', main]])],
    [main, wordPart('w:document', `<w:body>${body}</w:body>`)],
    [
      `${folder}/_rels/${name}.rels`,
      relationships(Object.entries(related).map(([id, [type]]) => [id, type, id])),
    ],
    ...Object.entries(related).map(([id, [, content]]): [string, string | Uint8Array] => [
      `${folder}/${id}`,
      content,
    ]),
  ];
  return new Map(entries.map(([path, content]) => [path, encode(content)]));
}
