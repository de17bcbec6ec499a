import type { APIRoute, GetStaticPaths } from 'astro';
import type { Letter } from '../../../letter/letter.ts';
import { qrPicture } from '../../../outputs/qr.ts';
import { letterParams } from '../../../permalinks/paths.ts';
import { getLettersToMake, getSite } from '../../../site-data.ts';

export const getStaticPaths = (async () =>
  (await getLettersToMake()).map(({ letter }) => ({
    params: letterParams(letter),
    props: { letter },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ letter: Letter }> = async ({ props }) =>
  new Response(qrPicture(props.letter, await getSite()));
