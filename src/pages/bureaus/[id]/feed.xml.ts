import type { APIRoute, GetStaticPaths } from 'astro';
import { hasBureauFeeds } from '../../../letter/sessions.ts';
import { bureauFeed } from '../../../outputs/feed.ts';
import { bureausWithPage } from '../../../site/urls.ts';
import { getAllLetters, getSite } from '../../../site-data.ts';

export const getStaticPaths = (async () =>
  hasBureauFeeds(await getAllLetters())
    ? bureausWithPage(await getSite()).map((bureau) => ({
        params: { id: bureau.id },
        props: { bureau },
      }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ bureau: { id: string; name: string } }> = async ({
  props: { bureau },
}) =>
  new Response(bureauFeed(bureau, (await getAllLetters()).letters, await getSite()), {
    headers: { 'Content-Type': 'application/atom+xml' },
  });
