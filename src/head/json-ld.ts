/** A node of a JSON-LD graph. */
export type JsonLdNode = Record<string, unknown>;

/**
 * Writes nodes as one JSON-LD document in the context of schema.org. `<` is escaped, so that the
 * document can be put into a script. `indent` is in spaces; without it the document is one line.
 */
export const serializeJsonLd = (nodes: JsonLdNode[], indent?: number): string =>
  JSON.stringify(
    { '@context': 'https://schema.org', '@graph': nodes },
    undefined,
    indent,
  ).replaceAll('<', '\\u003c');
