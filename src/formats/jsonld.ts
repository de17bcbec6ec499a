import { jsonLd } from '../metadata/graph.ts';
import { figureNodes, letterGraph, textNodes } from '../metadata/letter-graph.ts';
import type { Format } from './format.ts';

/** The letter for programs: the page's graph, the words of each paragraph, and its figures. */
export const jsonld: Format = {
  file: 'letter.jsonld',
  mediaType: 'application/ld+json',
  label: '数据（JSON-LD）',
  rels: ['describedby'],
  render: (letter, site, formats) =>
    `${jsonLd([...letterGraph(letter, site, formats), ...textNodes(letter, site), ...figureNodes(letter, site)], 1)}\n`,
};
