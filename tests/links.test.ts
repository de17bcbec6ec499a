import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DIST, fileOf, pagePaths, read } from './support/site.ts';

const SITE = /Sitemap: (.*)sitemap-index\.xml/.exec(read('robots.txt'))?.[1] ?? '';
const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
const linksOf = (html: string) =>
  [...html.matchAll(/<(?:a|link|img|script)\b[^>]*? (?:href|src)="([^"]+)"/g)].map(
    ([tag, href = '']) => ({
      href: href.replaceAll('&amp;', '&'),
      rel: /rel="([^"]+)"/.exec(tag)?.[1],
    }),
  );

test('every link and fragment lands', () => {
  for (const path of pagePaths())
    for (const { href } of linksOf(read(fileOf(path)))) {
      const url = new URL(href, SITE + path);
      if (!url.href.startsWith(SITE)) continue;
      const target = decodeURIComponent(url.pathname.slice(new URL(SITE).pathname.length));
      assert.ok(existsSync(join(DIST, fileOf(target))), `${path} → ${href}`);
      if (!url.hash) continue;
      const ids = idsOf(read(fileOf(target)));
      assert.ok(ids.includes(url.hash.slice(1)), `${path} → ${href}; there are ${ids.join(' ')}`);
    }
});

test('every page can be reached from the home page by plain links', () => {
  const reached = new Set(['']);
  for (const path of reached)
    for (const { href, rel } of linksOf(read(fileOf(path)))) {
      const url = new URL(href, SITE + path);
      const target = url.href.replace(/#.*$/, '').slice(SITE.length);
      if (!rel && url.href.startsWith(SITE) && existsSync(join(DIST, target, 'index.html')))
        reached.add(target);
    }
  assert.deepEqual(
    pagePaths().filter((path) => path !== '404.html' && !reached.has(path)),
    [],
  );
});

test('the sitemap lists canonical pages, each with the date it gives itself', () => {
  const entries = [...read('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc><lastmod>([^<]+)/g)];
  assert.equal(entries.length, pagePaths().length - 1);
  for (const [, loc = '', lastmod = ''] of entries) {
    const html = read(fileOf(loc.slice(SITE.length)));
    assert.ok(html.includes(`<link rel="canonical" href="${loc}"`), loc);
    const modified = /name="DCTERMS\.modified" content="([^"]+)"/.exec(html)?.[1] ?? '';
    assert.equal(new Date(modified).getTime(), new Date(lastmod).getTime(), loc);
  }
  assert.ok(entries.every(([, loc = '']) => loc.endsWith('/')));
});

test('nothing is loaded from elsewhere', () => {
  for (const path of pagePaths()) {
    const html = read(fileOf(path));
    const loaded = linksOf(html.replaceAll(/<a\b[^>]*>/g, '')).filter(
      ({ rel }) => !rel || rel === 'icon',
    );
    for (const { href } of loaded) assert.ok(new URL(href, SITE).href.startsWith(SITE), href);
    assert.doesNotMatch(html, /@import|url\((?!qr\.svg)|<script[^>]+src/);
  }
});

test('letter 273 keeps its published fragments', () => {
  const ids = idsOf(read('rd17-3/273/index.html'));
  const frozen =
    'to p1 p2 p3 p4 p5 p6 p7 p8 s1 s2 s3 s4 next sign date cc contact notes n-date'.split(' ');
  assert.deepEqual(
    frozen.filter((id) => !ids.includes(id)),
    [],
  );
});

test('the number in the contact block dials', () =>
  assert.ok(read('rd17-3/273/index.html').includes('<a href="tel:+8657463813127">63813127</a>')));
