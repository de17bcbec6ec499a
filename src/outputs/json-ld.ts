import { serializeJsonLd, type JsonLdNode } from '../head/json-ld.ts';
import {
  encodingNodes,
  figureNodes,
  letterGraph,
  pictureNodes,
  textNodes,
} from '../head/schema-org.ts';
import { bodyText } from '../letter/body.ts';
import type { Format } from '../site/format.ts';

/** The letter for programs: the graph of its page, its words, its figures and its files. */
export const jsonLd: Format = {
  file: 'letter.jsonld',
  label: '数据（JSON-LD）',
  rels: ['describedby'],
  render: (letter, site, formats) => {
    const nodes = [
      ...letterGraph(letter, site),
      ...textNodes(letter, site),
      ...figureNodes(letter, site),
      ...pictureNodes(letter, site),
      ...encodingNodes(letter, site, formats),
    ];
    return `${serializeJsonLd(nodes, 1)}\n`;
  },
  // Only paragraphs, tables and headings have a text and a position.
  words: (content) => {
    const document = JSON.parse(Buffer.from(content).toString()) as { '@graph': JsonLdNode[] };
    return document['@graph']
      .filter((node) => 'position' in node)
      .sort((a, b) => Number(a['position']) - Number(b['position']))
      .map(({ text }) => String(text))
      .join('\n');
  },
  text: bodyText,
};
