import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absoluteUrl, bureauPath, bureauPlace, bureausOf, siteHref } from './urls.ts';
import { isLoopback, publicUrl } from './public-url.ts';

test('links follow the site below its host', () => {
  const site = { url: new URL('https://gov.example/open/replies/') };
  assert.equal(siteHref(site, 'about/'), '/open/replies/about/');
  assert.equal(absoluteUrl(site, 'rd17-3/9/#p1'), 'https://gov.example/open/replies/rd17-3/9/#p1');
});

test('a bureau is found by the id that the site gives it, else by its name, however it was spaced', () => {
  const site = {
    bureaus: [
      { id: 'jxj', name: '经信局' },
      { id: '水利', name: '水利局' },
    ],
  };
  assert.equal(bureauPlace(site, '经信局'), 'about/#jxj');
  assert.equal(bureauPath(site, '经信局'), 'bureaus/jxj/');
  assert.equal(bureauPath(site, '水利局'), `about/#${encodeURIComponent('水利')}`);
  assert.equal(bureauPath(site, '水 利 局'), `about/#${encodeURIComponent('水利局')}`);
  const letters = [{ signatories: ['水 利 局', '经信局'] }, { signatories: ['水利局'] }];
  assert.deepEqual([...bureausOf(site, letters).keys()], ['jxj', '水利', '水利局']);
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

test('slashes too many in SITE_URL never name another host', () => {
  for (const [setting, address] of [
    ['https://gov.example//replies/', 'https://gov.example/replies/'],
    ['https://gov.example//', 'https://gov.example/'],
    ['https://gov.example//a//b', 'https://gov.example/a/b/'],
    ['https://gov.example/../..//a', 'https://gov.example/a/'],
    ['https://gov.example/a?', 'https://gov.example/a/'],
    ['https://例子.中国', 'https://xn--fsqu00a.xn--fiqs8s/'],
    ["https://gov.example:8443/a&b'c", "https://gov.example:8443/a&b'c/"],
  ] as const)
    assert.equal(publicUrl(setting).href, address, setting);
});

test('a path that Astro cannot make is refused, with what to write', () => {
  for (const path of ['答复/', '%E7%AD%94/', 'a b/', 'a\tb/', 'a\u3000b', 'a%2Fb/'])
    assert.throws(() => publicUrl(`https://gov.example/${path}`), /路径只能用.*改法：写成/, path);
});

test('a user or password is refused, and no message holds a password', () => {
  for (const user of ['u:secret@', ':secret@', 'u@', '@', 'a@secret:b@'])
    assert.throws(
      () => publicUrl(`https://${user}gov.example/`),
      ({ message }) => /用户名和密码.*改法/.test(message) && !message.includes('secret'),
      user,
    );
});

test('this machine is known by each of its names', () => {
  for (const host of [
    ...['localhost', 'LOCALHOST:4321', 'a.localhost', 'localhost.', '127.0.0.1', '127.1:80'],
    ...['0x7f.0.0.1', '127.255.255.254', '[::1]', '[0:0::1]:8080', '[::ffff:127.0.0.1]', '0.0.0.0'],
  ])
    assert.equal(isLoopback(new URL(`http://${host}/`)), true, host);
  for (const host of ['gov.example', '128.0.0.1', '12.7.0.1', 'localhost.cn', '[2001:db8::1]'])
    assert.equal(isLoopback(new URL(`http://${host}/`)), false, host);
});
