import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absoluteUrl, bureauPath, bureausOf, siteHref } from './urls.ts';
import { publicUrl } from './public-url.ts';

test('links follow the site below its host', () => {
  const site = { url: new URL('https://gov.example/open/replies/') };
  assert.equal(siteHref(site, 'about/'), '/open/replies/about/');
  assert.equal(absoluteUrl(site, 'rd17-3/9/#p1'), 'https://gov.example/open/replies/rd17-3/9/#p1');
});

test('a bureau is found by the id that the site gives it, else by its name, however it was spaced', () => {
  const site = { bureaus: [{ id: 'jxj', name: '经信局' }] };
  assert.equal(bureauPath(site, '经信局'), 'about/#jxj');
  assert.equal(bureauPath(site, '水 利 局'), `about/#${encodeURIComponent('水利局')}`);
  const letters = [{ signatories: ['水 利 局', '经信局'] }, { signatories: ['水利局'] }];
  assert.deepEqual([...bureausOf(site, letters).keys()], ['jxj', '水利局']);
});

test('SITE_URL may hold a path, and must be an address', () => {
  assert.equal(publicUrl('https://gov.example/a').href, 'https://gov.example/a/');
  assert.equal(publicUrl(undefined).href, 'http://localhost:4321/');
  assert.equal(publicUrl('').href, 'http://localhost:4321/');
  for (const bad of [
    'gov.example',
    'ftp://gov.example/',
    'https://gov.example/?a',
    'https://u:p@gov.example/',
  ])
    assert.throws(() => publicUrl(bad), /不是网址/, bad);
});
