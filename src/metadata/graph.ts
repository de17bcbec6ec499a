import { absolute, HOME } from '../site/addresses.ts';
import type { Site } from '../site/schema.ts';
import type { Crumb } from './crumbs.ts';
import type { PageFacts } from './page.ts';

/** A node of a JSON-LD graph. */
export type Node = Record<string, unknown>;

/** One graph, as the text of a JSON-LD document. `<` is escaped, so that it may stand in a script. */
export const jsonLd = (nodes: Node[], indent?: number): string =>
  JSON.stringify(
    { '@context': 'https://schema.org', '@graph': nodes },
    undefined,
    indent,
  ).replaceAll('<', '\\u003c');

/** The site, named by its home page. */
const siteNode = (site: Site): Node => ({
  '@type': 'WebSite',
  '@id': absolute(site, '#site'),
  url: absolute(site, HOME),
  name: site.name,
});

/** A page of the site and the way to it. */
export const pageNode = (page: PageFacts, site: Site, crumbs: Crumb[]): Node => ({
  '@type': 'WebPage',
  '@id': absolute(site, page.path),
  url: absolute(site, page.path),
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
        item: absolute(site, path),
      })),
    },
  }),
});
