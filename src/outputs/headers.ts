import { isProposalKey } from '../letter/key.ts';
import { publishedTexts, type Letter } from '../letter/letter.ts';
import { IMMUTABLE } from './file-headers.ts';
import { formatsOf } from './index.ts';
import { MANIFEST } from './manifest.ts';
import { SESSION_TABLE } from '../permalinks/paths.ts';
import type { SiteWords } from '../content/site-schema.ts';
import { frameAncestors } from '../site/portals.ts';
import { contentType, mediaTypeOf } from './media-types.ts';

/** The rules that do not depend on the letters. */
const rules = (
  site: Pick<SiteWords, 'portals'>,
) => `# What every host is to send with the site's files. Cloudflare Pages, Netlify and their like read this
# file; deploy/ says the same to nginx and Caddy, and a test compares them.
# No Cache-Control for pages: these hosts' own, max-age=0 with must-revalidate and an ETag, is right.

# Each page holds its own policy; frame-ancestors counts only as a header. Everybody may load what is
# public, the share image above all: hence cross-origin.
/*
  Content-Security-Policy: ${frameAncestors(site)}
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Resource-Policy: cross-origin
  Strict-Transport-Security: max-age=31536000

# A picture that is opened by itself is a document; it needs nothing.
/favicon.svg
  Content-Security-Policy: default-src 'none'
/:session/:number/qr.svg
  Content-Security-Policy: default-src 'none'

# Astro's folder for files whose name changes with their content.
/_astro/*
  Cache-Control: ${IMMUTABLE}

# Without a charset a browser guesses, and guesses wrong for Chinese.
`;

/**
 * The file `_headers`, in the form that both Cloudflare Pages and Netlify read: `:name` matches one part of a
 * path, a final `*` the rest of it. There is a rule for each text format that a letter of the site has; these
 * hosts know the types of the other files.
 */
export function hostHeaders(letters: Letter[], site: Pick<SiteWords, 'portals'>): string {
  const files = new Set(
    publishedTexts(letters).flatMap((letter) => {
      const folder = isProposalKey(letter.key) ? 'proposal/' : '';
      return formatsOf(letter).map(({ file }) => folder + file);
    }),
  );
  const types = [...files]
    .filter((file) => mediaTypeOf(file)?.compressible)
    .sort()
    .map((file) => `/:session/:number/${file}\n  Content-Type: ${contentType(file)}\n`);
  const others = [`:number/${MANIFEST}`, SESSION_TABLE].map(
    (file) => `/:session/${file}\n  Content-Type: ${contentType(file)}\n`,
  );
  return rules(site) + [...types, ...others].join('');
}
