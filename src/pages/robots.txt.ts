import type { APIRoute } from 'astro';
import { absolute } from '../site/addresses.ts';
import { getSite } from '../site/index.ts';

export const GET: APIRoute = async () =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${absolute(await getSite(), 'sitemap-index.xml')}\n`,
  );
