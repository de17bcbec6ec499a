import type { SiteWords } from '../content/site-schema.ts';

/** No site, in a policy. */
const NONE = "'none'";

/**
 * The directive that says which sites may show the pages in a frame (CSP Level 3, 6.4.2): the portals of
 * `content/site.yaml`, otherwise none. It counts only in a header: `_headers` has it, and the recipes in `deploy/`
 * have its value in one place each.
 */
export const frameAncestors = ({ portals }: Pick<SiteWords, 'portals'>): string =>
  `frame-ancestors ${portals.length > 0 ? portals.join(' ') : NONE}`;

/** The sites that may show the pages in a frame, by the text of `_headers`. */
const framesIn = (headers: string): string =>
  /^ {2}Content-Security-Policy: frame-ancestors (.+)$/m.exec(headers)?.[1] ?? NONE;

/**
 * What an operator has to change in the web server's recipe, by the text of `_headers` and that of the release
 * before; undefined if nothing.
 */
export function portalRemark(headers: string, before: string): string | undefined {
  const sources = framesIn(headers);
  return [sources, framesIn(before)].every((frames) => frames === NONE)
    ? undefined
    : `site.yaml 里有 portals，或者刚删去，网页服务器也要改一处：nginx.conf 的 $replies_frames 写成 default "${sources}";，或给 Caddy 设 SITE_FRAMES="${sources}"`;
}
