import type { APIRoute, GetStaticPaths } from 'astro';
import { siteCard } from '../formats/card.ts';
import { getSite } from '../site/index.ts';
import { canTypeset } from '../typeset/set.ts';

export const getStaticPaths = (() =>
  canTypeset ? [{ params: { card: 'card' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await siteCard(await getSite())));
