import { jsonLd } from '../metadata/graph.ts';
import { letterGraph, textNodes } from '../metadata/letter-graph.ts';
import type { Format } from './format.ts';

/** The letter for programs: the page's graph and the words of each paragraph. */
export const jsonld: Format = {
  file: 'letter.jsonld',
  mediaType: 'application/ld+json',
  label: '数据（JSON-LD）',
  rels: ['describedby'],
  render: (letter, site, formats) =>
    `${jsonLd([...letterGraph(letter, site, formats), ...textNodes(letter, site)], 1)}\n`,
};
