import type { SitemapItem } from '@astrojs/sitemap';
import { readContent } from '../content/checked.ts';
import type { Content } from '../content/load.ts';
import { publishedTexts } from '../letter/letter.ts';
import { lastModified, withdrawalDays } from '../letter/moments.ts';
import { lettersSignedBy, sessionsOf } from '../letter/sessions.ts';
import { bureausWithPage } from '../site/urls.ts';
import {
  bureauPagePath,
  figuresPath,
  HOME,
  letterPath,
  proposalPath,
} from '../permalinks/paths.ts';

/** The date of each page of the site, by its path. */
function pageDates({ letters, withdrawn, pages, site }: Content): Map<string, string> {
  const home = pages.find(({ id }) => id === 'index')!.words.updated;
  const own = pages.map(({ id, words }): [string, string] =>
    id === 'index'
      ? [HOME, lastModified(letters, words.updated, ...withdrawalDays(withdrawn))]
      : [`${id}/`, words.updated],
  );
  const sessions = sessionsOf({ letters, withdrawn }).map((session): [string, string] => [
    `${session.key}/`,
    lastModified(session.letters, ...withdrawalDays(session.withdrawn)),
  ]);
  const bureaus = bureausWithPage(site).map(({ id, name }): [string, string] => [
    bureauPagePath(id),
    lastModified(lettersSignedBy(name, letters), home),
  ]);
  const each = publishedTexts(letters).flatMap((letter) =>
    [letterPath(letter), figuresPath(letter)].map((path): [string, string] => [
      path,
      lastModified([letter]),
    ]),
  );
  return new Map([...own, ...sessions, ...bureaus, ...each]);
}

/** The paths of the notices about withdrawn letters, which no search engine should list. */
const noticePaths = ({ withdrawn }: Content): string[] =>
  withdrawn.flatMap((letter) => [letterPath(letter), figuresPath(letter), proposalPath(letter)]);

/**
 * Fills the `lastmod` of an entry of the sitemap, and drops the entries of withdrawn letters; `base` is the
 * site's path. Throws for a page without a date.
 */
export function dateSitemap(base: string) {
  let known: Promise<{ dates: Map<string, string>; notices: string[] }> | undefined;
  return async (item: SitemapItem): Promise<SitemapItem | undefined> => {
    known ??= readContent(process.cwd()).then((content) => ({
      dates: pageDates(content),
      notices: noticePaths(content),
    }));
    const { dates, notices } = await known;
    const path = new URL(item.url).pathname.slice(base.length);
    if (notices.includes(path)) return undefined;
    const lastmod = dates.get(path);
    if (!lastmod) throw new Error(`${item.url} has no date for the sitemap`);
    return { ...item, lastmod };
  };
}
