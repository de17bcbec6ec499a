import { isLetterPath } from '../permalinks/paths.ts';
import { PUBLIC_DOMAIN } from '../head/license.ts';
import { contentType } from './media-types.ts';

/** Headers with which a host sends a file. */
export interface FileHeaders {
  'Content-Type': string;
  'Cache-Control': string;
  Link?: string;
}

/** The cache rule of files whose names change with their content. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * A reader's browser asks each time, mostly to hear that nothing changed; a CDN asks every five minutes. Names
 * in Astro's own folder change with their content.
 */
const cacheControl = (file: string): string =>
  file.startsWith('_astro/') ? IMMUTABLE : 'public, max-age=0, s-maxage=300, must-revalidate';

/** What a page is made of. To all other files beside it a host adds links: text and PDF cannot have them. */
const PARTS_OF_PAGE = /^$|^\.|\.(?:html|png|svg)$/;

/** The links of a file beside a letter's page, after FAIR Signposting: https://signposting.org/FAIR/. */
function fileLinks(file: string, home: URL): string | undefined {
  const at = file.lastIndexOf('/') + 1;
  const [path, name] = [file.slice(0, at), file.slice(at)];
  if (!isLetterPath(path)) return undefined;
  const page = new URL(path, home).href;
  const link = (target: string, ...parameters: string[]) =>
    [`<${target}>`, ...parameters].join('; ');
  if (name === 'letter.jsonld')
    return [link(page, 'rel="cite-as"'), link(page, 'rel="describes"', 'type="text/html"')].join(
      ', ',
    );
  if (PARTS_OF_PAGE.test(name)) return undefined;
  return [
    link(page, 'rel="cite-as"'),
    link(page, 'rel="collection"', 'type="text/html"'),
    link(`${page}letter.jsonld`, 'rel="describedby"', 'type="application/ld+json"'),
    link('https://schema.org/DigitalDocument', 'rel="type"'),
    link(PUBLIC_DOMAIN, 'rel="license"'),
  ].join(', ');
}

/**
 * The headers of a file of the site, by its path below the home page at `home`. The recipes in `deploy/` are
 * written by hand; a test compares them with these.
 */
export function fileHeaders(file: string, home: URL): FileHeaders {
  const links = fileLinks(file, home);
  return {
    'Content-Type': contentType(file),
    'Cache-Control': cacheControl(file),
    ...(links !== undefined && { Link: links }),
  };
}
