import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { brotli } from '../../bench/weight.ts';
import { loadLetters } from '../../src/content/letters.ts';
import type { Letter } from '../../src/letter/letter.ts';
import { axe } from '../support/axe.ts';
import { overflow, smallTargets } from '../support/layout.ts';
import { useSite } from '../support/open.ts';
import { useFixture } from '../support/fixtures.ts';
import { fileOf, filesOf } from '../support/site.ts';
import { faults } from '../support/valid.ts';

const many = useFixture('many');
const { folder, dist, read, log } = many;
let letters: Letter[];
before(async () => {
  await many.built();
  ({ letters } = await loadLetters(folder));
});
const LISTS = ['', 'rd17-3/', 'zx10-2/', 'search/'];
/** The addresses of the letters in a page's lists, in order. */
const listed = (path: string) =>
  [...read(path).matchAll(/<li><a class="target" href="\/((?:rd|zx)[\d-]+\/[\d-]+)\/">/g)].map(
    ([, key]) => key,
  );

const open = useSite(many);

test('on a machine without the compiler pages are built, and what is missing is not announced', () => {
  assert.equal(log().split(/没有.*Typst：.*没有 PDF/).length, 2, 'one line says so');
  const files = filesOf(dist);
  assert.ok(files.includes('rd17-3/273/index.html'));
  assert.deepEqual(
    files.filter((file) => /pdf|card/.test(file)),
    [],
  );
  for (const file of files.filter((name) => /^(index|rd17-3\/273\/.*)\.(html|jsonld)$/.test(name)))
    assert.doesNotMatch(
      read(file),
      /rd17-3-273\.pdf|citation_pdf_url|card\.png|og:image|application\/pdf/,
      file,
    );
});

test('home page and session page list their letters by number; what does not fit is linked', () => {
  const session = letters.filter(({ key }) => key.startsWith('rd17-3/')).map(({ key }) => key);
  assert.deepEqual(listed('rd17-3/'), session);
  assert.deepEqual(listed(''), session);
  assert.deepEqual(listed('zx10-2/'), ['zx10-2/5', 'zx10-2/512']);
  for (const link of ['/rd17-2/', '/zx10-2/']) assert.ok(read('').includes(`href="${link}"`));
  for (const { proposal, signatories } of letters.slice(0, 400))
    for (const words of [proposal.title, proposal.lead, ...signatories])
      assert.ok(read('rd17-3/').includes(`<span>${words}</span>`), words ?? undefined);
  assert.match(read('rd17-3/'), /href="#n301">301–400<[\s\S]*<h2 id="n301">301–400</);
});

test('a page that lists 400 letters is at most 30,000 bytes as brotli', () => {
  for (const path of LISTS) assert.ok(brotli(read(path)) <= 30_000, path);
});

test('previous and next lead through all letters, in the order of the lists, and back', () => {
  const way = (path: string, rel: string) =>
    new RegExp(`<a class="target" rel="${rel}" href="/([^"]*)/"`).exec(read(`${path}/`))?.[1];
  letters.forEach(({ key }, at) => {
    assert.equal(way(key, 'prev'), letters[at - 1]?.key);
    assert.equal(way(key, 'next'), letters[at + 1]?.key);
  });
  assert.match(read('rd17-3/400/'), /下一份：市十七届人大二次会议第7号《/);
});

test('the feed is well-formed Atom: the fifty latest letters, newest first', async () => {
  const page = await open('');
  const feed = await page.evaluate((xml) => {
    const root = new DOMParser().parseFromString(xml, 'application/xml');
    const within = (node: ParentNode) => (name: string) =>
      [...node.querySelectorAll(`:scope > ${name}`)].map(
        (child) => child.getAttribute('href') ?? child.textContent ?? '',
      );
    const top = within(root.documentElement);
    return {
      kind: `${root.documentElement.namespaceURI} ${root.documentElement.localName}`,
      head: [top('id'), top('title'), top('updated'), top('link[rel=self]')].map(
        ([first]) => first,
      ),
      entries: [...root.querySelectorAll('entry')].map((node) => {
        const [id, link, title, updated, summary, author] = [
          ...['id', 'link', 'title', 'updated', 'summary', 'author > name'].map(within(node)),
        ].map((values) => (values.length === 1 ? values[0] : undefined));
        return { id, link, title, updated, summary, author };
      }),
    };
  }, read('feed.xml'));
  await page.close();
  assert.equal(feed.kind, 'http://www.w3.org/2005/Atom feed');
  assert.ok(feed.head.every(Boolean));
  assert.equal(feed.entries.length, 50);
  for (const entry of feed.entries) {
    assert.ok(Object.values(entry).every(Boolean), JSON.stringify(entry));
    assert.ok(
      read(new URL(entry.id!).pathname.slice(1)).includes(`"canonical" href="${entry.id}"`),
    );
    assert.equal(entry.link, entry.id);
  }
  const moments = feed.entries.map(({ updated = '' }) => updated);
  assert.deepEqual(moments, moments.toSorted().reverse());
  assert.equal(new Date(moments[0]!).getTime(), new Date('2026-11-23T09:00+08:00').getTime());
  assert.equal(new Date(feed.head[2]!).getTime(), new Date(moments[0]!).getTime());
  const announced = ['', 'rd17-3/', 'rd17-3/273/', 'search/', 'about/'].filter((path) =>
    /<link rel="alternate" href="\/feed\.xml" type="application\/atom\+xml"/.test(read(path)),
  );
  assert.deepEqual(announced, ['', 'rd17-3/']);
});

for (const path of LISTS)
  test(`/${path}: valid, accessible, and nothing runs out`, async () => {
    assert.deepEqual(await faults(join(dist, fileOf(path))), []);
    for (const [width, colorScheme] of [
      [320, 'dark'],
      [1280, 'light'],
    ] as const) {
      const page = await open(path, { viewport: { width, height: 800 }, colorScheme });
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await smallTargets(page), []);
      await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
      assert.deepEqual(await overflow(page), []);
      await page.close();
    }
  });

test('the sitemap has every page, with the date it gives itself', () => {
  const entries = [...read('sitemap-0.xml').matchAll(/<loc>[^<]*?4321\/([^<]*)<\/loc><lastmod>/g)];
  const paths = letters.map(({ key }) => `${key}/`);
  const bureaus = [
    ...readFileSync(join(folder, 'content/site.yaml'), 'utf8').matchAll(/\bid: (\w+)/g),
  ].map(([, id]) => id);
  assert.equal(bureaus.length, 12);
  const expected = [
    '',
    'about/',
    ...bureaus.map((id) => `bureaus/${id}/`),
    'search/',
    'rd17-3/',
    'rd17-2/',
    'zx10-2/',
    ...paths,
    'rd17-3/273/figures/',
  ];
  assert.deepEqual(entries.map(([, path]) => path).sort(), expected.sort());
});

test('from the home page, plain links lead to every page, and each lands', () => {
  const reached = new Set(['']);
  for (const path of reached)
    for (const [, href = ''] of read(path).matchAll(/<a\b[^>]*? href="([^"]+)"/g)) {
      const { pathname, host } = new URL(href, `http://site/${path}`);
      const target = decodeURIComponent(pathname.slice(1));
      if (host !== 'site') continue;
      assert.ok(existsSync(join(dist, fileOf(target))), `${path} → ${href}`);
      if (existsSync(join(dist, target, 'index.html'))) reached.add(target);
    }
  const unreached = letters.map(({ key }) => `${key}/`).filter((path) => !reached.has(path));
  assert.deepEqual(unreached, []);
  assert.deepEqual(
    LISTS.filter((path) => !reached.has(path)),
    [],
  );
});

test('with more than a hundred letters a bureau has a feed of its own, which its page announces', () => {
  const feed = read('bureaus/jxj/feed.xml');
  assert.match(feed, /<link rel="self" href="[^"]*\/bureaus\/jxj\/feed\.xml"\/>/);
  assert.match(feed, /<id>[^<]*\/rd17-3\/273\/<\/id>/);
  assert.equal(feed.split('<entry>').length, 2, 'the letter that it signed');
  const page = read('bureaus/jxj/');
  assert.match(page, /<link rel="alternate" href="\/bureaus\/jxj\/feed\.xml"/);
  assert.match(
    page,
    /<a class="target" href="\/bureaus\/jxj\/feed\.xml" type="application\/atom\+xml">/,
  );
});
