import type { APIRoute, GetStaticPaths } from 'astro';
import type { Format } from '../../../outputs/format.ts';
import { formatsOf } from '../../../outputs/index.ts';
import type { Letter } from '../../../letter/letter.ts';
import { letterParams } from '../../../permalinks/paths.ts';
import { getLetters, getSite } from '../../../site-data.ts';

export const getStaticPaths = (async () =>
  (await getLetters()).flatMap((letter) =>
    formatsOf(letter).map((format) => ({
      params: { ...letterParams(letter), file: format.file },
      props: { letter, format },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ letter: Letter; format: Format }> = async ({ props }) => {
  const { letter, format } = props;
  const content = await format.render(letter, await getSite(), formatsOf(letter));
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: { 'Content-Type': format.mediaType },
  });
};
