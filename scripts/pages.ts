import { build } from 'astro';
import { explainError, runCommand } from './lib/explain-error.ts';

/**
 * `node scripts/pages.ts FOLDER`, the second step of a build: lets Astro write and verify the pages in FOLDER.
 * Unlike Astro's own command, it reports an error of the disk as other commands do.
 */
await runCommand(
  async () => {
    const [outDir = ''] = process.argv.slice(2);
    await build({ outDir });
  },
  // Astro does not end the line of the page that it is making.
  (error) => `\n${explainError(error)}`,
);
