import type { APIRoute } from 'astro';
import { absoluteUrl } from '../site/urls.ts';
import { getSite } from '../site-data.ts';

export const GET: APIRoute = async () =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(await getSite(), 'sitemap-index.xml')}\n`,
  );
