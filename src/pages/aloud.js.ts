import type { APIRoute } from 'astro';
import { readAloudScript } from '../client/index.ts';

export const GET: APIRoute = () => new Response(readAloudScript);
