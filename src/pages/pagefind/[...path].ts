import type { APIRoute, GetStaticPaths } from 'astro';
import { getSearchFiles } from '../../site/index.ts';
import type { SearchFile } from '../../site/search.ts';

export const getStaticPaths = (async () =>
  (await getSearchFiles()).map((file) => ({
    params: { path: file.path },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: SearchFile }> = ({ props }) =>
  new Response(
    typeof props.file.content === 'string'
      ? props.file.content
      : new Uint8Array(props.file.content),
  );
