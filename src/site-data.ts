import { unified } from '@astrojs/markdown-remark';
import { getEntry } from 'astro:content';
import type { Content } from './content/load.ts';
import { nameTables } from './content/markdown/name-tables.ts';
import { readContent } from './content/checked.ts';
import { finishedLetters } from './finished/build.ts';
import { inContext, type LetterInContext } from './letter/in-context.ts';
import type { Draft } from './letter/letter.ts';
import { hasMany, type AllLetters } from './letter/sessions.ts';
import { remarkPlugins } from './markdown.ts';
import { searchFiles } from './outputs/search.ts';
import type { Site } from './content/site-schema.ts';

let known: { version: number | undefined; content: Promise<Content> } | undefined;

/** Everything under content/, read once; in `astro dev`, again after each change. */
async function getContent(): Promise<Content> {
  const version = (await getEntry('changes', 'content'))?.data.version;
  if (known?.version !== version || !known)
    known = { version, content: readContent(process.cwd()) };
  return known.content;
}

/** Memoises a value that is made from the content. */
function fromContent<T>(make: (content: Content) => Promise<T>): () => Promise<T> {
  const made = new WeakMap<Content, Promise<T>>();
  return async () => {
    const content = await getContent();
    const value = made.get(content) ?? make(content);
    made.set(content, value);
    return value;
  };
}

/** The site's words at the address that the build is for. */
export async function getSite(): Promise<Site> {
  const { site } = await getContent();
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  return { ...site, url: new URL(base, import.meta.env.SITE) };
}

/** The letters whose files this build has to make, each in its context. */
export const getLettersToMake = fromContent(async ({ letters }): Promise<LetterInContext[]> => {
  const finished = finishedLetters();
  return inContext(letters).filter(({ letter }) => !finished.has(letter.key));
});

/** All letters, and the withdrawn letters. */
export const getAllLetters = async (): Promise<AllLetters> => getContent();

/** The files of the search, below `pagefind/`; none for a single letter. */
export const getSearchFiles = fromContent(async (content) =>
  hasMany(content) && content.letters.length > 0
    ? searchFiles(content.letters, await getSite())
    : [],
);

/** Drafts, which only `astro dev` shows. */
export const getDrafts = async (): Promise<Draft[]> =>
  import.meta.env.DEV ? (await getContent()).drafts : [];

const renderer = unified({
  remarkPlugins: [...remarkPlugins, nameTables],
  gfm: false,
  smartypants: false,
}).createRenderer({
  syntaxHighlight: false,
});

/** The text of a page of the site's own: its front matter, and its body as HTML. */
export async function getPage(id: string) {
  const page = (await getContent()).pages.find((page) => page.id === id);
  if (!page) throw new Error(`content/pages/${id}.md was not loaded`);
  const { code } = await (await renderer).render(page.body);
  return { ...page.words, html: code };
}
