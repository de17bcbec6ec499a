/** A node of a JSON-LD graph. */
export type JsonLdNode = Record<string, unknown>;

/**
 * Writes nodes as a JSON-LD document in the context of schema.org. `<` is escaped, so that a script element
 * can contain the document. `indent` is a number of spaces; without it, the document is a single line.
 */
export const serializeJsonLd = (nodes: JsonLdNode[], indent?: number): string =>
  JSON.stringify(
    { '@context': 'https://schema.org', '@graph': nodes },
    undefined,
    indent,
  ).replaceAll('<', '\\u003c');
