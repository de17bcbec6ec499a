import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatKey, KEY_PATTERN, parseKey, parseReplyNumber, parseSessionKey } from './key.ts';

test('a key is what its facts are written as, a second reply included', () => {
  const facts = { body: '人大', congress: 17, session: 3, number: 273 } as const;
  assert.deepEqual(parseKey('rd17-3/273'), facts);
  assert.deepEqual(parseKey('zx10-2/5-2'), {
    body: '政协',
    congress: 10,
    session: 2,
    number: 5,
    reply: 2,
  });
  for (const key of ['rd17-3/273', 'zx10-2/2026081', 'rd9-12/5-2'])
    assert.equal(formatKey(parseKey(key)!), key);
});

test('nothing else is a key', () => {
  const texts =
    'rd17-3 rd17-3/ rd17-3/0273 rd017-3/1 rd0-3/1 rd117-3/1 xx17-3/1 RD17-3/1 rd17-3/1-0';
  for (const text of [
    '',
    ...texts.split(' '),
    'rd17-3/1/',
    'rd17-3/1/2',
    ' rd17-3/1',
    'rd17-3/1\n',
  ])
    assert.equal(parseKey(text), undefined, text);
  assert.equal(parseSessionKey('rd17-3/'), undefined);
  assert.equal(parseReplyNumber('２７３'), undefined);
});

test('the configurations of the web servers know letters by the same grammar', () => {
  const ungrouped = (text: string) => text.replaceAll(/\?:|[()]/g, '');
  const count = (text: string, words: string) => text.split(words).length - 1;
  for (const file of ['deploy/nginx.conf', 'deploy/Caddyfile']) {
    const text = ungrouped(readFileSync(file, 'utf8'));
    assert.ok(count(text, 'rd|zx') > 0, file);
    assert.equal(count(text, ungrouped(`/${KEY_PATTERN}/`)), count(text, 'rd|zx'), file);
  }
});
