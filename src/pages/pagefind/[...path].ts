import type { APIRoute, GetStaticPaths } from 'astro';
import { getSearchFiles } from '../../site-data.ts';
import { contentType } from '../../outputs/media-types.ts';
import type { SearchFile } from '../../outputs/search.ts';

export const getStaticPaths = (async () =>
  (await getSearchFiles()).map((file) => ({
    params: { path: file.path },
    props: { file },
  }))) satisfies GetStaticPaths;

/** The type matters only in `astro dev`, where a browser refuses a worker of another type. */
export const GET: APIRoute<{ file: SearchFile }> = ({ props: { file } }) =>
  new Response(typeof file.content === 'string' ? file.content : new Uint8Array(file.content), {
    headers: { 'Content-Type': contentType(file.path) },
  });
