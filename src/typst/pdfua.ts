/** PDF/A-2 (ISO 19005-2, 6.6.2.3) requires a description of every property that it does not define itself. */
const SCHEMA =
  '<rdf:li rdf:parseType="Resource">' +
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of PDF/UA to which the document conforms</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name>' +
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';
const PART = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>';

/** Inserts `words` before or after the only occurrence of `at`. Throws unless there is exactly one. */
function insert(text: string, at: string, words: string, side: 'before' | 'after'): string {
  const parts = text.split(at);
  if (parts.length !== 2) throw new Error(`The PDF holds ${parts.length - 1} of ${at}`);
  return parts.join(side === 'before' ? words + at : at + words);
}

/** Returns the only object of a kind and its offset. Metadata and catalog are written uncompressed. */
function object(file: string, kind: string): { from: number; text: string } {
  const at = file.indexOf(`/Type /${kind}\n`);
  if (at < 0) throw new Error(`The PDF holds no ${kind}`);
  const from = file.lastIndexOf('\n', file.lastIndexOf(' 0 obj\n', at)) + 1;
  return { from, text: file.slice(from, file.indexOf('endobj\n', at)) };
}

/** Returns the file with an object replaced, and every later offset in its cross-reference table adjusted. */
function replace(file: string, old: { from: number; text: string }, text: string): string {
  const grown = text.length - old.text.length;
  const moved = (place: string) =>
    Number(place) > old.from ? String(Number(place) + grown).padStart(place.length, '0') : place;
  return (file.slice(0, old.from) + text + file.slice(old.from + old.text.length))
    .replaceAll(/^(\d{10})(?= \d{5} n)/gm, moved)
    .replace(/(?<=startxref\n)\d+/, moved);
}

/**
 * Declares a PDF/A-2a file as PDF/UA-1 too (ISO 14289-1: part 1 in the metadata, the title shown). The
 * compiler fulfils both standards, but declares only one of them; this function can be removed once a release
 * supports several standards. Throws if the file is not in the form that this compiler writes.
 */
export function claimUniversalAccess(pdf: Uint8Array): Uint8Array {
  let file = Buffer.from(pdf).toString('latin1');
  const catalog = object(file, 'Catalog');
  const shown = insert(
    catalog.text,
    '/ViewerPreferences <<\n',
    '    /DisplayDocTitle true\n',
    'after',
  );
  file = replace(file, catalog, shown);
  const metadata = object(file, 'Metadata');
  const claimed = insert(
    insert(metadata.text, '<pdfaExtension:schemas><rdf:Bag>', SCHEMA, 'after'),
    '<pdfaid:part>',
    PART,
    'before',
  );
  const length = /(?<=stream\n)[^]*(?=\nendstream)/.exec(claimed)![0].length;
  return Buffer.from(
    replace(file, metadata, claimed.replace(/(?<=\/Length )\d+/, String(length))),
    'latin1',
  );
}
