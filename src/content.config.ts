import { defineCollection } from 'astro:content';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { join } from 'node:path';
import { holdLetters } from './site/held.ts';
import { loadContent, type Content } from './content/load.ts';
import type { PageWords, SiteWords } from './content/site-schema.ts';

interface Entry {
  id: string;
  data: object;
  /** Markdown that Astro renders; a letter has none, its words are already data. */
  body?: string;
}

let content: Promise<Content> | undefined;
/** What fills each collection; in `astro dev`, again at each change. */
const fills = new Set<() => Promise<void>>();

/** A collection over `content/`, which is read and proved as a whole, and once for all of them. */
function from(
  name: string,
  entries: (content: Content, digestOf: LoaderContext['generateDigest']) => Entry[],
): Loader {
  return {
    name,
    load: async ({ store, renderMarkdown, generateDigest, watcher, logger }) => {
      const fill = async () => {
        const found = entries(await (content ??= loadContent(process.cwd())), generateDigest);
        store.clear();
        for (const { id, data, body } of found)
          store.set({
            id,
            data: { ...data },
            ...(body && { rendered: await renderMarkdown(body) }),
          });
      };
      await fill();
      if (fills.size === 0)
        watcher?.on('all', (_event, path) => {
          if (!path.startsWith(join(process.cwd(), 'content'))) return;
          content = undefined;
          for (const again of fills) again().catch((error: Error) => logger.error(error.message));
        });
      fills.add(fill);
    },
  };
}

export const collections = {
  // Their words the pages find elsewhere; a digest is enough to tell `astro dev` of a change.
  letters: defineCollection({
    loader: from('letters', (content, digestOf) => {
      holdLetters(content);
      return [...content.letters, ...content.drafts].map((letter) => ({
        id: letter.key,
        data: { digest: digestOf({ ...letter }) },
      }));
    }),
    schema: z.custom<{ digest: string }>(),
  }),
  pages: defineCollection({
    loader: from('pages', ({ pages }) =>
      pages.map(({ id, words, body }) => ({ id, data: words, body })),
    ),
    schema: z.custom<PageWords>(),
  }),
  site: defineCollection({
    loader: from('site', ({ site }) => [{ id: 'site', data: site }]),
    schema: z.custom<SiteWords>(),
  }),
};
