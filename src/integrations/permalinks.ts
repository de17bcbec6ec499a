import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readBuiltSite } from '../built-site.ts';
import { ContentError } from '../diagnostics.ts';
import { loadLedger } from '../permalinks/ledger.ts';
import { findLostAddresses, unrecordedAddresses } from '../permalinks/published.ts';

/** Stops a build that loses a published address. Logs how many addresses are not recorded yet. */
export const checkPermalinks = (): AstroIntegration => ({
  name: 'permalinks',
  hooks: {
    'astro:build:done': ({ dir, logger }) => {
      const ledger = loadLedger(process.cwd());
      const site = readBuiltSite(fileURLToPath(dir));
      const lost = findLostAddresses(ledger, site);
      if (lost.length > 0) throw new ContentError(lost);
      const count = unrecordedAddresses(ledger, site).length;
      if (count > 0) logger.info(`有 ${count} 个新网址还没有登记。公布时运行 npm run record`);
    },
  },
});
