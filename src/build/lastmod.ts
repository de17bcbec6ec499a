import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SitemapItem } from '@astrojs/sitemap';

/** The date a page gives itself, so that the sitemap cannot say another. */
const MODIFIED = /<meta name="DCTERMS\.modified" content="([^"]+)"/;

/** Fills a sitemap entry's lastmod from the page as built in `folder`; `base` is the site's path. */
export const lastmod =
  (folder: string, base: string) =>
  (item: SitemapItem): SitemapItem => {
    const path = new URL(item.url).pathname.slice(base.length);
    const modified = MODIFIED.exec(readFileSync(join(folder, path, 'index.html'), 'utf8'))?.[1];
    if (!modified) throw new Error(`${item.url} gives no DCTERMS.modified`);
    return { ...item, lastmod: modified };
  };
