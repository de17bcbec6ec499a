import { absoluteUrl } from '../site/urls.ts';
import { CARD } from '../permalinks/paths.ts';
import type { Site } from '../content/site-schema.ts';
import { canTypeset } from '../typst/typeset.ts';
import type { PageFacts } from './page-facts.ts';
import { meta, type Tag } from './tags.ts';

const openGraph = (property: string, content: string): Tag => ({
  tag: 'meta',
  attributes: { property: `og:${property}`, content },
});

/**
 * A property of the page as microdata, which WeChat and QQ are reported to read. HTML does not allow
 * `itemprop` and `property` on the same tag, so these repeat the Open Graph tags.
 */
const microdata = (itemprop: string, content: string): Tag => ({
  tag: 'meta',
  attributes: { itemprop, content },
});

/** The share image, 1200 × 630 px: the page's own, otherwise the site's. */
function cardTags({ card }: PageFacts, site: Site): Tag[] {
  const { path, alt } = card ?? { path: CARD, alt: site.name };
  return [
    openGraph('image', absoluteUrl(site, path)),
    openGraph('image:width', '1200'),
    openGraph('image:height', '630'),
    openGraph('image:alt', alt),
    microdata('image', absoluteUrl(site, path)),
    meta('twitter:card', 'summary_large_image'),
  ];
}

/**
 * The tags of the Open Graph protocol, https://ogp.me/, from which a chat shows a link, and the same as
 * microdata. `type` is `article` for a letter and `website` for every other page.
 */
export const openGraphTags = (page: PageFacts, site: Site, type: 'article' | 'website'): Tag[] => [
  openGraph('type', type),
  openGraph('title', page.title),
  openGraph('description', page.description),
  openGraph('url', absoluteUrl(site, page.path)),
  openGraph('site_name', site.name),
  openGraph('locale', 'zh_CN'),
  microdata('name', page.title),
  microdata('description', page.description),
  ...(canTypeset ? cardTags(page, site) : []),
];
