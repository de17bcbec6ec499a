import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { join, sep } from 'node:path';

/**
 * Reads nothing: the pages read content/ themselves (site-data.ts). Its only entry gets a new version after
 * each change below content/, so that `astro dev` renders the open pages anew.
 */
const changes: Loader = {
  name: 'changes',
  load: async ({ store, watcher }) => {
    let version = 0;
    const change = () => store.set({ id: 'content', data: { version: version++ } });
    change();
    watcher?.on('all', (_event, path) => {
      if (path.startsWith(join(process.cwd(), 'content', sep))) change();
    });
  },
};

export const collections = {
  changes: defineCollection({ loader: changes, schema: z.object({ version: z.number() }) }),
};
