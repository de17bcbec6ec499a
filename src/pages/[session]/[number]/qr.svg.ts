import type { APIRoute, GetStaticPaths } from 'astro';
import encodeQR from 'qr';
import type { Letter } from '../../../letter/letter.ts';
import { absoluteUrl } from '../../../site/urls.ts';
import { letterParams, letterPath } from '../../../permalinks/paths.ts';
import { getLetters, getSite } from '../../../site-data.ts';

export const getStaticPaths = (async () =>
  (await getLetters()).map((letter) => ({
    params: letterParams(letter),
    props: { letter },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ letter: Letter }> = async ({ props }) =>
  // A white background, whatever colours the reader forces: otherwise a phone cannot read the code.
  new Response(
    encodeQR(absoluteUrl(await getSite(), letterPath(props.letter)), 'svg', { border: 4 }).replace(
      '>',
      '><rect width="100%" height="100%" fill="#fff"/>',
    ),
  );
