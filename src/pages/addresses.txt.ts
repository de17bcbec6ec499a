import type { APIRoute } from 'astro';
import { loadLedger, formatLedgerFile } from '../permalinks/ledger.ts';

/** The ledger of published addresses, with which readers can check that none was lost. */
export const GET: APIRoute = () => {
  const pages = [...loadLedger(process.cwd())].map(
    ([path, { entries }]): [string, typeof entries] => [path, entries],
  );
  return new Response(formatLedgerFile(pages));
};
