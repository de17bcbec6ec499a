import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isSaved, readContent, saveContent } from '../content/checked.ts';

/**
 * Checks the content before `astro build` makes anything, unless an earlier step of the build did, and
 * saves it for the pages.
 */
export function checkContent(): AstroIntegration {
  let cache = '';
  return {
    name: 'check-content',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(config.cacheDir);
      },
      'astro:build:start': async () => {
        if (isSaved()) return;
        const content = await readContent(process.cwd());
        mkdirSync(cache, { recursive: true });
        saveContent(content, join(cache, 'content'));
      },
    },
  };
}
