import type { APIRoute, GetStaticPaths } from 'astro';
import type { Letter } from '../../../../letter/letter.ts';
import { formatsOf, renderFormat } from '../../../../outputs/index.ts';
import { contentType } from '../../../../outputs/media-types.ts';
import { letterParams } from '../../../../permalinks/paths.ts';
import type { AnnouncedFormat } from '../../../../site/format.ts';
import { getLettersToMake, getSite } from '../../../../site-data.ts';

export const getStaticPaths = (async () =>
  (await getLettersToMake())
    .flatMap(({ letter }) => letter.proposalText ?? [])
    .flatMap((proposal) =>
      formatsOf(proposal).map((format) => ({
        params: { ...letterParams(proposal), file: format.file },
        props: { proposal, format },
      })),
    )) satisfies GetStaticPaths;

export const GET: APIRoute<{ proposal: Letter; format: AnnouncedFormat }> = async ({ props }) =>
  new Response(await renderFormat(props.format, props.proposal, await getSite()), {
    headers: { 'Content-Type': contentType(props.format.file) },
  });
