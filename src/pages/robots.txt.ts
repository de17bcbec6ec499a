import type { APIRoute } from 'astro';
import { absoluteUrl } from '../site/urls.ts';
import { getSite } from '../site-data.ts';

/** The index of sitemaps, and its only sitemap: Baidu processes no index. */
const SITEMAPS = ['sitemap-index.xml', 'sitemap-0.xml'];

export const GET: APIRoute = async () => {
  const site = await getSite();
  const lines = SITEMAPS.map((file) => `Sitemap: ${absoluteUrl(site, file)}\n`);
  return new Response(`User-agent: *\nAllow: /\n\n${lines.join('')}`);
};
