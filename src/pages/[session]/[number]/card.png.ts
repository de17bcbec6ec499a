import type { APIRoute, GetStaticPaths } from 'astro';
import { letterCard } from '../../../outputs/card.ts';
import type { Letter } from '../../../letter/letter.ts';
import { letterParams } from '../../../permalinks/paths.ts';
import { getLettersToMake, getSite } from '../../../site-data.ts';
import { canTypeset } from '../../../typst/typeset.ts';

export const getStaticPaths = (async () =>
  canTypeset
    ? (await getLettersToMake()).map(({ letter }) => ({
        params: letterParams(letter),
        props: { letter },
      }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ letter: Letter }> = async ({ props }) =>
  new Response(new Uint8Array(await letterCard(props.letter, await getSite())));
