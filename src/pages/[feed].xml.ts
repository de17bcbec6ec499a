import type { APIRoute, GetStaticPaths } from 'astro';
import { atom } from '../metadata/feed.ts';
import { FEED } from '../site/addresses.ts';
import { getLetters, getSite } from '../site/index.ts';

/** A feed of one letter would never tell anything new. */
export const getStaticPaths = (async () =>
  (await getLetters()).length > 1
    ? [{ params: { feed: FEED.replace('.xml', '') } }]
    : []) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response(atom(await getLetters(), await getSite()), {
    headers: { 'Content-Type': 'application/atom+xml' },
  });
