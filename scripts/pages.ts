import { parseArgs } from 'node:util';
import { build } from 'astro';
import { explainError, runStep } from './lib/explain-error.ts';

/**
 * `node scripts/pages.ts FOLDER [--verbose]`, the second step of a build: lets Astro write and verify the pages in FOLDER.
 * Astro reports its own steps only with `--verbose`. Unlike Astro's own command, this reports an error of the disk as other commands do.
 */
await runStep(
  async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { verbose: { type: 'boolean', default: false } },
    });
    const [outDir = ''] = positionals;
    await build({ outDir, logLevel: values.verbose ? 'info' : 'error' });
  },
  // Astro does not end the line of the page that it is making.
  (error) => `\n${explainError(error)}`,
);
