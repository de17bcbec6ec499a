import { absoluteUrl } from '../site/urls.ts';
import { HOME } from '../permalinks/paths.ts';
import type { Site } from '../content/site-schema.ts';
import type { BreadcrumbItem } from '../site/breadcrumbs.ts';
import type { PageFacts } from './page.ts';

/** A node of a JSON-LD graph. */
export type JsonLdNode = Record<string, unknown>;

/** One graph, as the text of a JSON-LD document. `<` is escaped, so that it may stand in a script. */
export const serializeJsonLd = (nodes: JsonLdNode[], indent?: number): string =>
  JSON.stringify(
    { '@context': 'https://schema.org', '@graph': nodes },
    undefined,
    indent,
  ).replaceAll('<', '\\u003c');

/** The site, named by its home page. */
const siteNode = (site: Site): JsonLdNode => ({
  '@type': 'WebSite',
  '@id': absoluteUrl(site, '#site'),
  url: absoluteUrl(site, HOME),
  name: site.name,
});

/** A page of the site and the way to it. */
export const pageNode = (page: PageFacts, site: Site, crumbs: BreadcrumbItem[]): JsonLdNode => ({
  '@type': 'WebPage',
  '@id': absoluteUrl(site, page.path),
  url: absoluteUrl(site, page.path),
  name: page.title,
  inLanguage: 'zh-CN',
  dateModified: page.modified,
  isPartOf: siteNode(site),
  ...(crumbs.length > 1 && {
    breadcrumb: {
      '@type': 'BreadcrumbList',
      itemListElement: crumbs.map(({ name, path }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: absoluteUrl(site, path),
      })),
    },
  }),
});
