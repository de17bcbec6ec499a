import type { APIRoute, GetStaticPaths } from 'astro';
import { sha256 } from '../../../digest.ts';
import type { Letter } from '../../../letter/letter.ts';
import { letterCard } from '../../../outputs/card.ts';
import { describeFormats } from '../../../outputs/index.ts';
import { formatManifest, MANIFEST } from '../../../outputs/manifest.ts';
import { contentType } from '../../../outputs/media-types.ts';
import { qrPicture } from '../../../outputs/qr.ts';
import { CARD, letterParams } from '../../../permalinks/paths.ts';
import { getLettersToMake, getSite } from '../../../site-data.ts';
import { canTypeset } from '../../../typst/typeset.ts';

export const getStaticPaths = (async () =>
  (await getLettersToMake()).map(({ letter }) => ({
    params: letterParams(letter),
    props: { letter },
  }))) satisfies GetStaticPaths;

/** The files beside the letter's page and below, pages left out: they change with their neighbours. */
export const GET: APIRoute<{ letter: Letter }> = async ({ props: { letter } }) => {
  const site = await getSite();
  const digestsOf = async (text: Letter, folder = ''): Promise<[string, string][]> =>
    (await describeFormats(text, site)).map(({ file, digest }) => [folder + file, digest]);
  const { proposalText } = letter;
  const digests: [string, string][] = [
    ...(await digestsOf(letter)),
    ...(canTypeset ? [[CARD, sha256(await letterCard(letter, site))] as [string, string]] : []),
    ['qr.svg', sha256(new TextEncoder().encode(qrPicture(letter, site)))],
    ...(proposalText ? await digestsOf(proposalText, 'proposal/') : []),
  ];
  return new Response(formatManifest(digests), {
    headers: { 'Content-Type': contentType(MANIFEST) },
  });
};
