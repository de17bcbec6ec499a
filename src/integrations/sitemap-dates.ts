import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** The date a page gives itself, so that the sitemap cannot say another. */
const MODIFIED = /<meta name="DCTERMS\.modified" content="([^"]+)"/;

/**
 * Fills a sitemap entry's lastmod from the page as built; `base` is the site's path. `watch` is the
 * integration that learns where the build goes.
 */
export function lastmod(base: string) {
  let folder = '';
  const watch: AstroIntegration = {
    name: 'lastmod',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
      },
    },
  };
  const serialize = (item: SitemapItem): SitemapItem => {
    const path = new URL(item.url).pathname.slice(base.length);
    const modified = MODIFIED.exec(readFileSync(join(folder, path, 'index.html'), 'utf8'))?.[1];
    if (!modified) throw new Error(`${item.url} gives no DCTERMS.modified`);
    return { ...item, lastmod: modified };
  };
  return { watch, serialize };
}
