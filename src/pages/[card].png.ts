import type { APIRoute, GetStaticPaths } from 'astro';
import { siteCard } from '../outputs/card.ts';
import { getSite } from '../site-data.ts';
import { canTypeset } from '../typst/typeset.ts';

export const getStaticPaths = (() =>
  canTypeset ? [{ params: { card: 'card' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await siteCard(await getSite())));
