import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/lib/server.ts';
import { allElements, attribute, readHtml, type Element } from '../support/html.ts';
import { DIST, filesOf, fileOf, pagePaths, read } from '../support/site.ts';

/** The public address that the site was built for. */
const SITE = /Sitemap: (.*)sitemap-index\.xml/.exec(read('robots.txt'))?.[1] ?? '';
let server: Awaited<ReturnType<typeof serve>>;
after(() => server.close());

/** Asks for a public address as a crawler does, from the site as served here. */
const ask = (address: string) => fetch(address.replace(SITE, server.url), { redirect: 'manual' });
const textAt = async (address: string) => {
  const response = await ask(address);
  assert.equal(response.status, 200, address);
  return response.text();
};
const locations = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+))?/g)].map(([, loc = '', lastmod]) => ({
    loc,
    lastmod,
  }));

interface Page {
  address: string;
  elements: Element[];
  ids: Set<string>;
}
function pageOf(address: string, html: string): Page {
  const elements = allElements(readHtml(html));
  return { address, elements, ids: new Set(elements.flatMap((one) => attribute(one, 'id') ?? [])) };
}
/** Every page that the sitemap lists, found as a crawler finds it: robots.txt, index, sitemap, page. */
const crawled = new Map<string, Page>();
const listed: { loc: string; lastmod: string | undefined }[] = [];
before(async () => {
  server = await serve(DIST);
  const robots = await textAt(`${SITE}robots.txt`);
  const index = /^Sitemap: (.+)$/m.exec(robots)?.[1] ?? '';
  for (const { loc } of locations(await textAt(index)))
    listed.push(...locations(await textAt(loc)));
  for (const { loc } of listed) {
    crawled.set(loc, pageOf(loc, await textAt(loc)));
  }
});

/** The addresses that a page names, each with the kind of link: `a`, `link canonical`, `img`. */
const named = ({ address, elements }: Page) =>
  elements.flatMap((one) => {
    const href = attribute(one, 'href') ?? attribute(one, 'src');
    if (href === undefined) return [];
    const rel = one.tagName === 'link' ? ` ${attribute(one, 'rel')}` : '';
    return [{ how: one.tagName + rel, url: new URL(href, address) }];
  });
const inside = (url: URL) => url.href.startsWith(SITE);

test('the sitemap lists every page once, by the address and with the date it gives itself', () => {
  const pages = pagePaths().filter((path) => path !== '404.html');
  assert.deepEqual(listed.map(({ loc }) => loc).sort(), pages.map((path) => SITE + path).sort());
  for (const { loc, lastmod = '' } of listed) {
    const { elements } = crawled.get(loc)!;
    const canonical = elements.find((one) => attribute(one, 'rel') === 'canonical')!;
    assert.equal(attribute(canonical, 'href'), loc);
    const modified = elements.find((one) => attribute(one, 'name') === 'DCTERMS.modified')!;
    assert.equal(Date.parse(attribute(modified, 'content') ?? ''), Date.parse(lastmod), loc);
    assert.ok(!elements.some((one) => attribute(one, 'content')?.includes('noindex')), loc);
  }
});

test('every link lands: the file is served at once, and the fragment is on the page', async () => {
  const statuses = new Map<string, number>();
  const error = pageOf(`${SITE}404.html`, await textAt(`${SITE}404.html`));
  for (const page of [...crawled.values(), error])
    for (const { url } of named(page).filter((one) => inside(one.url))) {
      const target = url.href.replace(/#.*$/, '');
      if (!statuses.has(target)) statuses.set(target, (await ask(target)).status);
      assert.equal(statuses.get(target), 200, `${page.address} → ${url}`);
      const ids = crawled.get(target)?.ids;
      if (url.hash && ids)
        assert.ok(ids.has(decodeURIComponent(url.hash.slice(1))), `${page.address} → ${url}`);
    }
  assert.ok(statuses.size >= 10);
});

test('no page is an orphan: plain links lead from the home page to each', () => {
  const reached = new Set([SITE]);
  for (const address of reached)
    for (const { how, url } of named(crawled.get(address)!)) {
      const target = url.href.replace(/#.*$/, '');
      if (how === 'a' && crawled.has(target)) reached.add(target);
    }
  assert.deepEqual(
    [...crawled.keys()].filter((address) => !reached.has(address)),
    [],
  );
});

test('every file beside a page is named by a page', () => {
  const all = new Set(
    [...crawled.values()].flatMap((page) => named(page).map(({ url }) => url.href)),
  );
  const beside = filesOf(DIST).filter(
    (file) => /\.(txt|jsonld|csv|pdf)$/.test(file) && file.includes('/'),
  );
  assert.ok(beside.length >= 4);
  for (const file of beside) assert.ok(all.has(SITE + file), file);
});

test('nothing is loaded from elsewhere', () => {
  for (const page of crawled.values()) {
    const loaded = named(page).filter(
      ({ how }) => !/^a$|^link (?!icon|stylesheet|preload)/.test(how),
    );
    for (const { url } of loaded) assert.ok(inside(url), `${page.address} loads ${url}`);
    const html = read(fileOf(page.address.slice(SITE.length)));
    assert.doesNotMatch(html, /@import|url\((?!qr\.svg)|<script[^>]+src/);
  }
});

test('the number in the contact block dials', () =>
  assert.ok(
    read('rd17-3/273/index.html').includes(
      '<a class="target" href="tel:+8657463813127">63813127</a>',
    ),
  ));
