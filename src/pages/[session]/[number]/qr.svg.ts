import type { APIRoute, GetStaticPaths } from 'astro';
import encodeQR from 'qr';
import type { Letter } from '../../../letter/types.ts';
import { absolute, letterParams, letterPath } from '../../../site/addresses.ts';
import { getLetters, getSite } from '../../../site/index.ts';

export const getStaticPaths = (async () =>
  (await getLetters()).map((letter) => ({
    params: letterParams(letter),
    props: { letter },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ letter: Letter }> = async ({ props }) =>
  // White below the code, whatever colours the reader forces.
  new Response(
    encodeQR(absolute(await getSite(), letterPath(props.letter)), 'svg', { border: 4 }).replace(
      '>',
      '><rect width="100%" height="100%" fill="#fff"/>',
    ),
  );
