import { FEED } from '../permalinks/paths.ts';
import { absoluteUrl, siteHref } from '../site/urls.ts';
import type { Site } from '../content/site-schema.ts';
import { dublinCorePageTags } from './dublin-core.ts';
import { governmentSiteTags } from './government.ts';
import { openGraphTags } from './open-graph.ts';
import { meta, relation, type Tag } from './tags.ts';

/** What the head of every page states about it. */
export interface PageFacts {
  title: string;
  description: string;
  /** Below the home page: `rd17-3/273/`. */
  path: string;
  /** W3C date, or date and time. */
  modified: string;
  /** The page's own share image, 1200 × 630 px. */
  card?: { path: string; alt: string };
  /** False for the error page, which has no address of its own and which no search engine is to list. */
  listed?: false;
  /** True if the page announces the feed of new letters. */
  feed?: boolean;
}

const listedTags = (page: PageFacts, site: Site, type: 'article' | 'website'): Tag[] => [
  relation('canonical', absoluteUrl(site, page.path)),
  // Keeps phones from making links of numbers in the text.
  meta('format-detection', 'telephone=no'),
  ...governmentSiteTags(site),
  ...openGraphTags(page, site, type),
  ...dublinCorePageTags(page),
  ...(page.feed ? [relation('alternate', siteHref(site, FEED), 'application/atom+xml')] : []),
];

/** The tags of every page; `type` is its Open Graph type. */
export const pageTags = (
  page: PageFacts,
  site: Site,
  type: 'article' | 'website' = 'website',
): Tag[] => [
  meta('description', page.description),
  ...(page.listed === false ? [meta('robots', 'noindex')] : listedTags(page, site, type)),
];
