import type { APIRoute, GetStaticPaths } from 'astro';
import { hostHeaders } from '../outputs/headers.ts';
import { getAllLetters, getSite } from '../site-data.ts';

// Astro would not treat a file whose own name starts with _ as a route.
export const getStaticPaths = (() => [
  { params: { headers: '_headers' } },
]) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response(hostHeaders((await getAllLetters()).letters, await getSite()));
