import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesOf } from '../list-files.ts';

const CHARSET = '<meta charset="utf-8">';
const source = (content: string) =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
const contents = (html: string, tag: RegExp) =>
  [...html.matchAll(tag)].map(([, content = '']) => content);

/**
 * The Content-Security-Policy of a page as built: nothing but the styles and scripts that it holds,
 * by hash, those that it names with their integrity, and pictures of the site itself; where it has
 * one, the search form. The search runs in a worker, whose rules are those of its own response, so that
 * its WebAssembly needs no `wasm-unsafe-eval` on any page.
 */
export function policy(html: string): string {
  const styles = contents(html, /<style>([\s\S]*?)<\/style>/g).map(source);
  const scripts = [
    ...contents(html, /<script>([\s\S]*?)<\/script>/g).map(source),
    ...contents(html, /data-hash="(sha256-[^"]+)"/g).map((hash) => `'${hash}'`),
  ];
  return [
    "default-src 'none'",
    ...(styles.length > 0 ? [`style-src ${styles.join(' ')}`] : []),
    ...(scripts.length > 0 ? [`script-src ${scripts.join(' ')}`] : []),
    ...(html.includes(' data-worker=') ? ["worker-src 'self'"] : []),
    "img-src 'self'",
    "base-uri 'none'",
    `form-action ${html.includes('<form') ? "'self'" : "'none'"}`,
  ].join('; ');
}

/** Writes each built page's policy into its head. Astro's own lists scripts that no page here holds. */
export const contentSecurityPolicy = (): AstroIntegration => ({
  name: 'content-security-policy',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      for (const name of filesOf(folder)) {
        if (!name.endsWith('.html')) continue;
        const html = readFileSync(join(folder, name), 'utf8');
        if (!html.includes(CHARSET))
          throw new Error(`${name} has no ${CHARSET} to put its policy after`);
        const tag = `<meta http-equiv="Content-Security-Policy" content="${policy(html)}">`;
        writeFileSync(join(folder, name), html.replace(CHARSET, CHARSET + tag));
      }
    },
  },
});
