import type { SitemapItem } from '@astrojs/sitemap';
import { readContent } from '../content/checked.ts';
import type { Content } from '../content/load.ts';
import { lastModified } from '../letter/moments.ts';
import { sessionsOf } from '../letter/sessions.ts';
import { figuresPath, HOME, letterPath } from '../permalinks/paths.ts';

/** The date of each page of the site, by its path. */
function pageDates({ letters, pages }: Content): Map<string, string> {
  const own = pages.map(({ id, words }): [string, string] =>
    id === 'index' ? [HOME, lastModified(letters, words.updated)] : [`${id}/`, words.updated],
  );
  const sessions = sessionsOf(letters).map((session): [string, string] => [
    `${session.key}/`,
    lastModified(session.letters),
  ]);
  const each = letters.flatMap((letter) =>
    [letterPath(letter), figuresPath(letter)].map((path): [string, string] => [
      path,
      lastModified([letter]),
    ]),
  );
  return new Map([...own, ...sessions, ...each]);
}

/** Fills the `lastmod` of an entry of the sitemap; `base` is the site's path. Throws for a page without a date. */
export function dateSitemap(base: string) {
  let dates: Promise<Map<string, string>> | undefined;
  return async (item: SitemapItem): Promise<SitemapItem> => {
    dates ??= readContent(process.cwd()).then(pageDates);
    const lastmod = (await dates).get(new URL(item.url).pathname.slice(base.length));
    if (!lastmod) throw new Error(`${item.url} has no date for the sitemap`);
    return { ...item, lastmod };
  };
}
