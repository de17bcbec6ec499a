import type { APIRoute, GetStaticPaths } from 'astro';
import { letterParams, WITHDRAWN } from '../../../permalinks/paths.ts';
import { getAllLetters } from '../../../site-data.ts';

/** The mark of a withdrawn letter's folder, by which a host knows that the files of the letter are gone. */
export const getStaticPaths = (async () =>
  (await getAllLetters()).withdrawn.map((withdrawal) => ({
    params: { ...letterParams(withdrawal), mark: WITHDRAWN },
    props: { files: withdrawal.files },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ files: string[] }> = ({ props: { files } }) =>
  new Response(files.map((file) => `${file}\n`).join(''));
