import type { Letter } from '../letter/types.ts';
import type { Site } from './schema.ts';

/** Addresses are paths below the home page, without a leading slash: `rd17-3/273/`. */
export const HOME = '';
export const ABOUT = 'about/';
/** From the second letter on: what is new, and the search with its files. */
export const FEED = 'feed.xml';
export const SEARCH = 'search/';
export const SEARCH_FILES = 'pagefind/';
/** The code that reads aloud. */
export const ALOUD = 'aloud.js';
export const letterPath = ({ key }: Pick<Letter, 'key'>) => `${key}/`;
/** The share image of the pages that have none of their own. */
export const CARD = 'card.png';
export const cardPath = ({ key }: Pick<Letter, 'key'>) => `${key}/${CARD}`;
export const figuresPath = ({ key }: Pick<Letter, 'key'>) => `${key}/figures/`;
/** The route parameters of a letter's page and the files beside it. */
export function letterParams({ key }: Pick<Letter, 'key'>): { session: string; number: string } {
  const [session = '', number = ''] = key.split('/');
  return { session, number };
}
export const sessionPath = (letter: Pick<Letter, 'key'>) => `${letterParams(letter).session}/`;

/** A path as a link on a page: it follows the site below its host. */
export const link = ({ url }: Pick<Site, 'url'>, path: string) => url.pathname + path;
/** A path as a permanent, absolute address. */
export const absolute = ({ url }: Pick<Site, 'url'>, path: string) => new URL(path, url).href;

/** A bureau's place on the about page: the id that the site gives it, else its own name. No id has white space. */
const bureauId = ({ bureaus }: Pick<Site, 'bureaus'>, name: string) =>
  bureaus.find((bureau) => bureau.name === name)?.id ?? name.replaceAll(/\s/g, '');
export const bureauPath = (site: Pick<Site, 'bureaus'>, name: string) =>
  `${ABOUT}#${encodeURIComponent(bureauId(site, name))}`;
/** Every bureau that the about page names, by its place: those of the site, and those that signed a letter. */
export function bureausOf(
  site: Pick<Site, 'bureaus'>,
  letters: Pick<Letter, 'signatories'>[],
): Map<string, string> {
  const names = [
    ...site.bureaus.map(({ name }) => name),
    ...letters.flatMap(({ signatories }) => signatories),
  ];
  return new Map(names.map((name) => [bureauId(site, name), name]));
}
