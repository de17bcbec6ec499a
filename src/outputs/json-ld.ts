import { serializeJsonLd } from '../head/json-ld.ts';
import {
  encodingNodes,
  figureNodes,
  letterGraph,
  pictureNodes,
  textNodes,
} from '../head/schema-org.ts';
import type { Format } from './format.ts';

/** The letter for programs: the page's graph, the words of each paragraph, its figures and its forms. */
export const jsonld: Format = {
  file: 'letter.jsonld',
  mediaType: 'application/ld+json',
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
};
