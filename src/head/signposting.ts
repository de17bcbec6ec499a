import type { Letter } from '../letter/letter.ts';
import { letterPath } from '../permalinks/paths.ts';
import type { AnnouncedFormat } from '../site/format.ts';
import { absoluteUrl, bureauPlace, letterHref } from '../site/urls.ts';
import type { Site } from '../content/site-schema.ts';
import { PUBLIC_DOMAIN } from './license.ts';
import { relation, type Tag } from './tags.ts';

/** FAIR Signposting, level 1: https://signposting.org/FAIR/. The web server sends the links of the files. */
export const signpostingTags = (letter: Letter, site: Site, formats: AnnouncedFormat[]): Tag[] => [
  relation('cite-as', absoluteUrl(site, letterPath(letter))),
  relation('type', 'https://schema.org/DigitalDocument'),
  ...letter.signatories.map((name) =>
    relation('author', absoluteUrl(site, bureauPlace(site, name))),
  ),
  relation('license', PUBLIC_DOMAIN),
  ...formats.map(({ file, mediaType, rels }) =>
    relation(rels.join(' '), letterHref(site, letter) + file, mediaType),
  ),
];
