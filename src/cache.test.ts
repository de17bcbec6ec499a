import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cached, clearCache } from './cache.ts';

const home = process.cwd();
let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'));
  process.chdir(folder);
});
after(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test('the same inputs are made once; other inputs, or another cut of them, again', async () => {
  let made = 0;
  const make = () => new Uint8Array([++made]);
  assert.deepEqual([...(await cached('pdf', ['ab', 'c'], make))], [1]);
  assert.deepEqual([...(await cached('pdf', ['ab', 'c'], make))], [1]);
  assert.deepEqual([...(await cached('pdf', ['a', 'bc'], make))], [2]);
  assert.deepEqual([...(await cached('pdf', ['ab', 'd'], make))], [3]);
  assert.deepEqual([...(await cached('png', ['ab', 'c'], make))], [4]);
});

test('what fails leaves nothing behind', async () => {
  const fail = () => Promise.reject(new Error('no'));
  await assert.rejects(cached('svg', ['x'], fail));
  assert.ok(!readdirSync('.cache').includes('svg'));
});

test('what no build has used for a month goes; what one uses stays, and so does what is not ours', async () => {
  const monthAgo = new Date(Date.now() - 31 * 86_400_000);
  let made = 0;
  const use = (words: string) => cached('old', [words], () => new Uint8Array([++made]));
  const entries = () => readdirSync('.cache/old').map((name) => join('.cache/old', name));
  for (const words of ['used', 'unused']) await use(words);
  writeFileSync(`${entries()[0]}.half-written`, '');
  mkdirSync('.cache/astro');
  writeFileSync('.cache/astro/data-store.json', '');
  for (const file of [...entries(), '.cache/astro/data-store.json'])
    utimesSync(file, monthAgo, monthAgo);
  assert.deepEqual([...(await use('used'))], [1]);
  clearCache();
  assert.equal(entries().length, 1);
  assert.deepEqual([...(await use('used'))], [1]);
  assert.deepEqual([...(await use('unused'))], [3]);
  assert.ok(existsSync('.cache/astro/data-store.json'));
});
