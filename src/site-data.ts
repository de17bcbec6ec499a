import { getEntry, render } from 'astro:content';
import type { Draft, Letter } from './letter/letter.ts';
import { heldLetters } from './site/held.ts';
import { searchFiles } from './outputs/search.ts';
import type { Site } from './content/site-schema.ts';

/** What a build makes once for all pages, and `astro dev` anew for each. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (import.meta.env.DEV ? make() : (made ??= make()));
}

/** The site's words at the address that the build is for. */
export const getSite = once(async (): Promise<Site> => {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('content/site.yaml was not loaded');
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  return { ...entry.data, url: new URL(base, import.meta.env.SITE) };
});

/** All letters, newest session first. */
export const getLetters = async (): Promise<Letter[]> => heldLetters().letters;

/** The files of the search, below `pagefind/`; none for a single letter. */
export const getSearchFiles = once(async () => {
  const letters = await getLetters();
  return letters.length > 1 ? searchFiles(letters, await getSite()) : [];
});

/** Drafts, to be looked at in `astro dev`; a build has none. */
export const getDrafts = async (): Promise<Draft[]> =>
  import.meta.env.DEV ? heldLetters().drafts : [];

/** A page of the site's own words, rendered. */
export async function getPage(id: string) {
  const entry = await getEntry('pages', id);
  if (!entry) throw new Error(`content/pages/${id}.md was not loaded`);
  return { ...entry.data, ...(await render(entry)) };
}
