import type { Letter } from '../letter/types.ts';
import type { Site } from './schema.ts';

/** Addresses are paths below the home page, without a leading slash: `rd17-3/273/`. */
export const HOME = '';
export const ABOUT = 'about/';
/** The code that reads aloud. */
export const ALOUD = 'aloud.js';
export const letterPath = ({ key }: Pick<Letter, 'key'>) => `${key}/`;
export const sessionPath = ({ key }: Pick<Letter, 'key'>) => `${key.split('/')[0]}/`;

/** A path as a link on a page: it follows the site below its host. */
export const link = ({ url }: Pick<Site, 'url'>, path: string) => url.pathname + path;
/** A path as a permanent, absolute address. */
export const absolute = ({ url }: Pick<Site, 'url'>, path: string) => new URL(path, url).href;

/** Where the about page describes a bureau. */
export const bureauPath = ({ bureaus }: Pick<Site, 'bureaus'>, name: string) =>
  `${ABOUT}#${bureaus.find((bureau) => bureau.name === name)?.id ?? ''}`;

/** The link that dials a number printed in a line: `tel:+8657463813127`. Undefined if there is none. */
export function dialling(
  line: string,
  areaCode: string,
): { number: string; href: string } | undefined {
  const match = /(?<!\d)(?:(1\d{10})|(?:(0\d{2,3})[-—－ ]?)?([2-8]\d{6,7}))(?!\d)/.exec(line);
  if (!match) return undefined;
  const [number, mobile, area = areaCode, local] = match;
  return { number, href: `tel:+86${mobile ?? area.slice(1) + local}` };
}
