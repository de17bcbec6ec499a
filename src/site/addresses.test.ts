import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absolute, dialling, link } from './addresses.ts';
import { publicAddress } from './public-address.ts';

test('links follow the site below its host', () => {
  const site = { url: new URL('https://gov.example/open/replies/') };
  assert.equal(link(site, 'about/'), '/open/replies/about/');
  assert.equal(absolute(site, 'rd17-3/9/#p1'), 'https://gov.example/open/replies/rd17-3/9/#p1');
});

test('a printed number dials, with the area code of the place where it has none', () => {
  const dial = (line: string) => dialling(line, '0574')?.href;
  assert.equal(dial('联系电话：63813127'), 'tel:+8657463813127');
  assert.equal(dial('联系电话：0571-87051234'), 'tel:+8657187051234');
  assert.equal(dial('联系人及电话：张三 13800000000'), 'tel:+8613800000000');
  assert.equal(dial('联系人：张三'), undefined);
  assert.equal(dial('邮编：315300'), undefined);
});

test('SITE_URL may hold a path, and must be an address', () => {
  assert.deepEqual(publicAddress('https://gov.example/a'), {
    origin: 'https://gov.example',
    pathname: '/a/',
  });
  assert.deepEqual(publicAddress(undefined), { origin: 'http://localhost:4321', pathname: '/' });
  assert.deepEqual(publicAddress(''), publicAddress(undefined));
  for (const bad of [
    'gov.example',
    'ftp://gov.example/',
    'https://gov.example/?a',
    'https://u:p@gov.example/',
  ])
    assert.throws(() => publicAddress(bad), /不是网址/, bad);
});
