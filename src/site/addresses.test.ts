import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absolute, contactParts, link } from './addresses.ts';
import { publicAddress } from './public-address.ts';

test('links follow the site below its host', () => {
  const site = { url: new URL('https://gov.example/open/replies/') };
  assert.equal(link(site, 'about/'), '/open/replies/about/');
  assert.equal(absolute(site, 'rd17-3/9/#p1'), 'https://gov.example/open/replies/rd17-3/9/#p1');
});

test('a printed number dials, with the area code of the place where it has none', () => {
  const dial = (line: string) => {
    const parts = contactParts(line, '0574');
    assert.equal(parts.map(({ text }) => text).join(''), line, 'not one character is lost');
    return parts.flatMap(({ href }) => href ?? []);
  };
  assert.deepEqual(dial('联系电话：63813127'), ['tel:+8657463813127']);
  assert.deepEqual(dial('联系电话：0571-87051234'), ['tel:+8657187051234']);
  assert.deepEqual(dial('联系电话：（0571）87051234。'), ['tel:+8657187051234']);
  assert.deepEqual(dial('联系人及电话：张三 13800000000'), ['tel:+8613800000000']);
  const twice = ['tel:+8657463810000', 'tel:+8657463810000'];
  assert.deepEqual(dial('联系电话：63810000（传真：63810000）'), twice);
  for (const line of ['联系人：张三', '邮编：315300', '更新于20290506'])
    assert.deepEqual(dial(line), []);
});

test('SITE_URL may hold a path, and must be an address', () => {
  assert.equal(publicAddress('https://gov.example/a').href, 'https://gov.example/a/');
  assert.equal(publicAddress(undefined).href, 'http://localhost:4321/');
  assert.equal(publicAddress('').href, 'http://localhost:4321/');
  for (const bad of [
    'gov.example',
    'ftp://gov.example/',
    'https://gov.example/?a',
    'https://u:p@gov.example/',
  ])
    assert.throws(() => publicAddress(bad), /不是网址/, bad);
});
