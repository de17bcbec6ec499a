import { absoluteUrl, siteHref } from '../site/urls.ts';
import { CARD, FEED } from '../permalinks/paths.ts';
import type { Site } from '../content/site-schema.ts';
import { canTypeset } from '../typst/typeset.ts';
import { meta, microdata, openGraph, relation, type Tag } from './tags.ts';

/** What every page says of itself. `path` is below the home page; `modified` a W3C date or moment. */
export interface PageFacts {
  title: string;
  description: string;
  path: string;
  modified: string;
  /** Its share image, 1200 × 630 px, where it has one of its own. */
  card?: { path: string; alt: string };
  /** False for the error page: it has no address of its own and is not to be found by search. */
  listed?: false;
  /** Whether the page announces the feed of what is new. */
  feed?: boolean;
}

/**
 * The tags that every page carries: canonical address, description, Open Graph, and the site tags of
 * 国办发〔2017〕47号. No SiteIDCode: that is given to registered government sites only.
 */
export const pageTags = (page: PageFacts, site: Site, type = 'website'): Tag[] => [
  meta('description', page.description),
  ...(page.listed === false ? [meta('robots', 'noindex')] : listedTags(page, site, type)),
];

/** The picture that a chat shows with the link. */
const cardTags = ({ path, alt }: NonNullable<PageFacts['card']>, site: Site): Tag[] => [
  openGraph('image', absoluteUrl(site, path)),
  openGraph('image:width', '1200'),
  openGraph('image:height', '630'),
  openGraph('image:alt', alt),
  microdata('image', absoluteUrl(site, path)),
  meta('twitter:card', 'summary_large_image'),
];

const listedTags = (page: PageFacts, site: Site, type: string): Tag[] => [
  relation('canonical', absoluteUrl(site, page.path)),
  // Figures in the text are not telephone numbers.
  meta('format-detection', 'telephone=no'),
  meta('SiteName', site.name),
  meta('SiteDomain', site.url.host),
  openGraph('type', type),
  openGraph('title', page.title),
  openGraph('description', page.description),
  openGraph('url', absoluteUrl(site, page.path)),
  openGraph('site_name', site.name),
  openGraph('locale', 'zh_CN'),
  // Not on the tags above: HTML allows one of itemprop and property on a tag.
  microdata('name', page.title),
  microdata('description', page.description),
  ...(canTypeset ? cardTags(page.card ?? { path: CARD, alt: site.name }, site) : []),
  meta('DCTERMS.modified', page.modified),
  ...(page.feed ? [relation('alternate', siteHref(site, FEED), 'application/atom+xml')] : []),
];
