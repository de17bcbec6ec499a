import type { APIRoute, GetStaticPaths } from 'astro';
import type { Letter } from '../../../letter/letter.ts';
import { formatsOf, renderFormat } from '../../../outputs/index.ts';
import { contentType } from '../../../outputs/media-types.ts';
import { letterParams } from '../../../permalinks/paths.ts';
import type { AnnouncedFormat } from '../../../site/format.ts';
import { getLettersToMake, getSite } from '../../../site-data.ts';

export const getStaticPaths = (async () =>
  (await getLettersToMake()).flatMap(({ letter }) =>
    formatsOf(letter).map((format) => ({
      params: { ...letterParams(letter), file: format.file },
      props: { letter, format },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ letter: Letter; format: AnnouncedFormat }> = async ({ props }) => {
  const { letter, format } = props;
  return new Response(await renderFormat(format, letter, await getSite()), {
    headers: { 'Content-Type': contentType(format.file) },
  });
};
