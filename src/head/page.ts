import { absoluteUrl, siteHref } from '../site/urls.ts';
import type { Site } from '../content/site-schema.ts';
import { dublinCorePageTags } from './dublin-core.ts';
import { governmentSiteTags } from './government.ts';
import { openGraphTags } from './open-graph.ts';
import type { PageFacts } from './page-facts.ts';
import { meta, relation, type Tag } from './tags.ts';

const listedTags = (page: PageFacts, site: Site, type: 'article' | 'website'): Tag[] => [
  relation('canonical', absoluteUrl(site, page.path)),
  // Keeps phones from making links of numbers in the text.
  meta('format-detection', 'telephone=no'),
  ...governmentSiteTags(site),
  ...openGraphTags(page, site, type),
  ...dublinCorePageTags(page),
  ...(page.feed === undefined
    ? []
    : [relation('alternate', siteHref(site, page.feed), 'application/atom+xml')]),
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
