import { ABOUT, bureauPagePath, letterPath } from '../permalinks/paths.ts';
import type { Letter } from '../letter/letter.ts';
import type { Site } from '../content/site-schema.ts';

/** The link to a path of the site, from its host's root: `/replies/rd17-3/273/`. */
export const siteHref = ({ url }: Pick<Site, 'url'>, path: string) => url.pathname + path;
/** The link to a letter's page. */
export const letterHref = (site: Pick<Site, 'url'>, letter: Pick<Letter, 'key'>) =>
  siteHref(site, letterPath(letter));
/**
 * The link to the text of the proposal that a letter answers: on this site or, if its edition names an address,
 * elsewhere; undefined if there is none.
 */
export const proposalHref = (site: Pick<Site, 'url'>, letter: Letter): string | undefined =>
  letter.proposalText ? letterHref(site, letter.proposalText) : letter.proposal.url;
/** The permanent, absolute address of a path of the site. */
export const absoluteUrl = ({ url }: Pick<Site, 'url'>, path: string) => new URL(path, url).href;

/** The id of a bureau on the about page: that of `site.yaml`, otherwise its name without white space. */
const bureauId = ({ bureaus }: Pick<Site, 'bureaus'>, name: string) =>
  bureaus.find((bureau) => bureau.name === name)?.id ?? name.replaceAll(/\s/g, '');
/** The place of a bureau on the about page, which identifies it in data. */
export const bureauPlace = (site: Pick<Site, 'bureaus'>, name: string) =>
  `${ABOUT}#${encodeURIComponent(bureauId(site, name))}`;
/** The bureaus of `site.yaml` that have a page of their own: their ids are ASCII. */
export const bureausWithPage = ({ bureaus }: Pick<Site, 'bureaus'>) =>
  bureaus.filter(({ id }) => /^[\x21-\x7E]+$/.test(id));
/** Where a bureau's name leads: to its page, or to its place on the about page if it has none. */
export function bureauPath(site: Pick<Site, 'bureaus'>, name: string): string {
  const bureau = bureausWithPage(site).find((one) => one.name === name);
  return bureau ? bureauPagePath(bureau.id) : bureauPlace(site, name);
}
/** The names of the bureaus on the about page, by their ids: those of `site.yaml`, and those that signed a letter. */
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
