import { getCollection, getEntry, render } from 'astro:content';
import { bySession } from '../letter/load.ts';
import type { Draft, Letter } from '../letter/types.ts';
import type { Site } from './schema.ts';

/** The site's words at the address that the build is for. */
export async function getSite(): Promise<Site> {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('content/site.yaml was not loaded');
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  return { ...entry.data, url: new URL(base, import.meta.env.SITE) };
}

/** All letters, newest session first. */
export async function getLetters(): Promise<Letter[]> {
  return (await getCollection('letters')).map(({ data }) => data).sort(bySession);
}

/** Drafts, to be looked at in `astro dev`; a build has none. */
export async function getDrafts(): Promise<Draft[]> {
  return import.meta.env.DEV ? (await getCollection('drafts')).map(({ data }) => data) : [];
}

/** A page of the site's own words, rendered. */
export async function getPage(id: string) {
  const entry = await getEntry('pages', id);
  if (!entry) throw new Error(`content/pages/${id}.md was not loaded`);
  return { ...entry.data, ...(await render(entry)) };
}
