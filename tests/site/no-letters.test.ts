import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { useFixture } from '../support/fixtures.ts';
import { filesOf } from '../support/site.ts';
import { faults } from '../support/valid.ts';

const { dist, read } = useFixture('empty');

test('a site without letters says so to the public, and has no list, feed or search', async () => {
  const home = read('');
  assert.match(home, /目前还没有公布答复。公布以后/);
  assert.match(home, /某县志愿者.*邮箱 reply@example\.org/s);
  assert.match(home, /<title>某县答复公开<\/title>/);
  assert.doesNotMatch(home, /<form|atom|<ul|273|慈溪/);
  const pages = filesOf(dist).filter((file) => file.endsWith('.html'));
  assert.deepEqual(pages, [
    ...['404.html', 'about/index.html'],
    ...['bureaus/cjj/index.html', 'bureaus/jyj/index.html', 'index.html'],
  ]);
  for (const page of pages) assert.deepEqual(await faults(join(dist, page)), []);
});

test('its sitemap lists its pages with their dates', () =>
  assert.deepEqual(
    [...read('sitemap-0.xml').matchAll(/<loc>[^<]*4321\/([^<]*)<\/loc><lastmod>2026/g)].map(
      ([, path]) => path,
    ),
    ['', 'about/', 'bureaus/cjj/', 'bureaus/jyj/'],
  ));

test('the bureaus that its publisher named are on the about page', () =>
  assert.match(read('about/'), /<li id="cjj">.*某县城建局.*<li id="jyj">.*某县教育局/s));
