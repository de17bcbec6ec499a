import type { APIRoute, GetStaticPaths } from 'astro';
import { hostHeaders } from '../outputs/headers.ts';
import { getLetters } from '../site-data.ts';

// A file whose own name starts with _ would be no route of Astro's.
export const getStaticPaths = (() => [
  { params: { headers: '_headers' } },
]) satisfies GetStaticPaths;

export const GET: APIRoute = async () => new Response(hostHeaders(await getLetters()));
