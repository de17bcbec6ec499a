import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cached } from './cache.ts';

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
