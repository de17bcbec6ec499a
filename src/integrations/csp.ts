import { createHash } from 'node:crypto';
import type { PageContent } from '../built-site.ts';

const CHARSET = '<meta charset="utf-8">';
const source = (content: string) =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/**
 * The Content-Security-Policy of a built page: it allows only the page's own styles and scripts, by hash,
 * scripts that the page names with their hash, images of the site itself and, if the page has one or a script makes it, the
 * search form. The search runs in a worker under the policy of its own response, so that its WebAssembly needs no
 * `wasm-unsafe-eval` on any page.
 */
function policy(page: PageContent): string {
  const styles = page.styles.map(source);
  const scripts = [...page.scripts.map(source), ...page.scriptHashes.map((hash) => `'${hash}'`)];
  return [
    "default-src 'none'",
    ...(styles.length > 0 ? [`style-src ${styles.join(' ')}`] : []),
    ...(scripts.length > 0 ? [`script-src ${scripts.join(' ')}`] : []),
    ...(page.hasWorker ? ["worker-src 'self'"] : []),
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    `form-action ${page.hasForm || page.hasWorker ? "'self'" : "'none'"}`,
  ].join('; ');
}

/**
 * Inserts the policy of a page into its HTML, before everything that it governs. Throws if there is no place
 * for it. Astro's own policy lists scripts that no page here contains.
 */
export function insertPolicy(file: string, html: string, page: PageContent): string {
  if (!html.includes(CHARSET)) throw new Error(`${file} has no ${CHARSET} to put its policy after`);
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policy(page)}">`;
  return html.replace(CHARSET, CHARSET + tag);
}
