import type { APIRoute } from 'astro';
import { aloud } from '../aids/index.ts';

export const GET: APIRoute = () => new Response(aloud);
