import { ABOUT } from '../permalinks/paths.ts';
import type { Letter } from '../letter/letter.ts';
import type { Site } from '../content/site-schema.ts';

/** A path as a link on a page: it follows the site below its host. */
export const siteHref = ({ url }: Pick<Site, 'url'>, path: string) => url.pathname + path;
/** A path as a permanent, absolute address. */
export const absoluteUrl = ({ url }: Pick<Site, 'url'>, path: string) => new URL(path, url).href;

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
