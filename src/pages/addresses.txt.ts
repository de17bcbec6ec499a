import type { APIRoute } from 'astro';
import { loadLedger, writeLedger } from '../letter/ledger.ts';

/** The ledger of published addresses, for readers to hold the site to it. */
export const GET: APIRoute = () => {
  const pages = [...loadLedger(process.cwd())].map(([path, { marks }]): [string, typeof marks] => [
    path,
    marks,
  ]);
  return new Response(writeLedger(pages));
};
