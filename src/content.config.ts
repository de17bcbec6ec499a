import { defineCollection } from 'astro:content';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { join } from 'node:path';
import type { Draft, Letter } from './letter/types.ts';
import { loadContent, type Content } from './site/load.ts';
import type { PageWords, SiteWords } from './site/schema.ts';

interface Entry {
  id: string;
  data: object;
  /** Markdown that Astro renders; a letter has none, its words are already data. */
  body?: string;
}

let content: Promise<Content> | undefined;

/** A collection over `content/`, read and proved as a whole; in `astro dev`, again at each change. */
function from(name: string, entries: (content: Content) => Entry[]): Loader {
  const fill = async ({ store, renderMarkdown }: LoaderContext) => {
    const found = entries(await (content ??= loadContent(process.cwd())));
    store.clear();
    for (const { id, data, body } of found)
      store.set({ id, data: { ...data }, ...(body && { rendered: await renderMarkdown(body) }) });
  };
  return {
    name,
    load: async (context) => {
      await fill(context);
      context.watcher?.on('all', (_event, path) => {
        if (!path.startsWith(join(process.cwd(), 'content'))) return;
        content = undefined;
        fill(context).catch((error: Error) => context.logger.error(error.message));
      });
    },
  };
}

export const collections = {
  letters: defineCollection({
    loader: from('letters', ({ letters }) =>
      letters.map((letter) => ({ id: letter.key, data: letter })),
    ),
    schema: z.custom<Letter>(),
  }),
  drafts: defineCollection({
    loader: from('drafts', ({ drafts }) => drafts.map((draft) => ({ id: draft.key, data: draft }))),
    schema: z.custom<Draft>(),
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
