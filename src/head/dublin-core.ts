import { fullTitle } from '../letter/labels.ts';
import type { Letter } from '../letter/letter.ts';
import { publishedDay } from '../letter/moments.ts';
import { letterPath } from '../permalinks/paths.ts';
import { absoluteUrl } from '../site/urls.ts';
import { areasOf, type Site } from '../content/site-schema.ts';
import { PUBLIC_DOMAIN } from './license.ts';
import type { PageFacts } from './page-facts.ts';
import { meta, optionalMeta, relation, type Tag } from './tags.ts';

/** The DCMI term that every page carries. */
export const dublinCorePageTags = ({ modified }: PageFacts): Tag[] => [
  meta('DCTERMS.modified', modified),
];

/**
 * The letter in DCMI Metadata Terms, http://purl.org/dc/terms/, which libraries and Zotero's Embedded
 * Metadata read. `created` is the printed date in EDTF, with its doubt.
 */
export const dublinCoreTags = (letter: Letter, site: Site): Tag[] => [
  relation('schema.DCTERMS', 'http://purl.org/dc/terms/'),
  meta('DCTERMS.title', fullTitle(letter)),
  ...letter.signatories.map((name) => meta('DCTERMS.creator', name)),
  meta('DCTERMS.publisher', site.name),
  meta('DCTERMS.type', 'Text'),
  meta('DCTERMS.language', 'zh-CN'),
  meta('DCTERMS.identifier', absoluteUrl(site, letterPath(letter))),
  ...optionalMeta('DCTERMS.created', letter.date?.edtf),
  meta('DCTERMS.issued', publishedDay(letter)),
  meta('DCTERMS.spatial', areasOf(site.place).join('')),
  meta('DCTERMS.license', PUBLIC_DOMAIN),
];
