import type { APIRoute, GetStaticPaths } from 'astro';
import { atomFeed } from '../outputs/feed.ts';
import { FEED } from '../permalinks/paths.ts';
import { hasMany } from '../letter/sessions.ts';
import { getAllLetters, getSite } from '../site-data.ts';

/** No feed for a single letter: it would never have anything new. */
export const getStaticPaths = (async () =>
  hasMany(await getAllLetters())
    ? [{ params: { feed: FEED.replace('.xml', '') } }]
    : []) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response(atomFeed(await getAllLetters(), await getSite()), {
    headers: { 'Content-Type': 'application/atom+xml' },
  });
