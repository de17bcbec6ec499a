import type { SiteWords } from '../content/site-schema.ts';

/**
 * The directive that says which sites may show the pages in a frame (CSP Level 3, 6.4.2): the portals of
 * `content/site.yaml`, otherwise none. It counts only in a header: `_headers` has it, and the recipes in `deploy/`
 * have its value in one place each.
 */
export const frameAncestors = ({ portals }: Pick<SiteWords, 'portals'>): string =>
  `frame-ancestors ${portals.length > 0 ? portals.join(' ') : "'none'"}`;

/** What an operator has to change in the web server's recipe, by the text of `_headers`; undefined if nothing. */
export function portalRemark(headers: string): string | undefined {
  const [, sources] = /^ {2}Content-Security-Policy: frame-ancestors (.+)$/m.exec(headers) ?? [];
  return sources === undefined || sources === "'none'"
    ? undefined
    : `site.yaml 里写了 portals，网页服务器也要改一处：nginx.conf 的 $replies_frames 写成 default "${sources}";，或给 Caddy 设 SITE_FRAMES="${sources}"`;
}
