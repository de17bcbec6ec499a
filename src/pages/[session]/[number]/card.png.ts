import type { APIRoute, GetStaticPaths } from 'astro';
import { letterCard } from '../../../formats/card.ts';
import type { Letter } from '../../../letter/types.ts';
import { letterParams } from '../../../site/addresses.ts';
import { getLetters, getSite } from '../../../site/index.ts';
import { canTypeset } from '../../../typeset/set.ts';

export const getStaticPaths = (async () =>
  canTypeset
    ? (await getLetters()).map((letter) => ({ params: letterParams(letter), props: { letter } }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ letter: Letter }> = async ({ props }) =>
  new Response(new Uint8Array(await letterCard(props.letter, await getSite())));
