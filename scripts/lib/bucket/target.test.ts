import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BUCKET, KEYS } from '../../../tests/support/object-store.ts';
import { readTarget } from './target.ts';

test('a path is read in no time, and one that no address can have is refused', () => {
  const prefixOf = (path: string) =>
    readTarget(`s3://${BUCKET}${path}`, 'https://store.example', KEYS).prefix;
  assert.deepEqual(['', '/', '/open', '/open/v1.0/'].map(prefixOf), [
    '',
    '',
    'open/',
    'open/v1.0/',
  ]);
  const refused = [
    '/答复',
    `/${'a'.repeat(60)}答`,
    '/a b',
    '/../x',
    '/x/..',
    '/a//b',
    '//a',
    '/./x',
  ];
  for (const path of refused)
    assert.throws(() => prefixOf(path), { message: /桶的写法不对。改法：/ }, path);
});
