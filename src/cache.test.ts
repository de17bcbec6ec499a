import assert from 'node:assert/strict';
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, mock, test } from 'node:test';
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

/** The path of the only entry of a kind. */
function soleEntry(kind: string): string {
  const [name, ...others] = readdirSync(join('.cache', kind));
  assert.ok(name && others.length === 0);
  return join('.cache', kind, name);
}

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

for (const [damage, spoil] of [
  ['cut', (entry: Buffer) => entry.subarray(0, -1)],
  ['cut within its digest', (entry: Buffer) => entry.subarray(0, 20)],
  ['emptied', () => Buffer.alloc(0)],
  ['zeroed', (entry: Buffer) => Buffer.alloc(entry.length)],
  ['overwritten', () => Buffer.from('EVIL CONTENT')],
  ['lengthened', (entry: Buffer) => Buffer.concat([entry, entry])],
  ['replaced by another entry', () => readFileSync(soleEntry('other'))],
] as const)
  test(`an entry that was ${damage} is made anew, and holds then`, async () => {
    await cached('other', ['x'], () => Buffer.from('other bytes'));
    let made = 0;
    const make = () => {
      made++;
      return Buffer.from('the same bytes');
    };
    const use = async () => Buffer.from(await cached(damage, ['x', 'y'], make)).toString();
    assert.equal(await use(), 'the same bytes');
    const file = soleEntry(damage);
    writeFileSync(file, spoil(readFileSync(file)));
    for (let time = 0; time < 2; time++) assert.equal(await use(), 'the same bytes');
    assert.equal(made, 2);
  });

test('a folder in the place of an entry gives way', async () => {
  const use = () => cached('folder', ['x'], () => Buffer.from('bytes'));
  await use();
  const file = soleEntry('folder');
  rmSync(file);
  mkdirSync(file);
  assert.equal(Buffer.from(await use()).toString(), 'bytes');
  assert.ok(statSync(file).isFile());
});

test('a write that fails leaves nothing in the cache, and names the entry', async () => {
  mkdirSync('.cache/full', { recursive: true });
  const write = mock.method(fs, 'writeSync', () => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  });
  syncBuiltinESMExports();
  await assert.rejects(
    cached('full', ['x'], () => Buffer.from('bytes')),
    ({ code, path }: NodeJS.ErrnoException) =>
      code === 'ENOSPC' && /^\.cache\/full\/[\da-f]{64}$/.test(path ?? ''),
  );
  write.mock.restore();
  syncBuiltinESMExports();
  assert.deepEqual(readdirSync('.cache/full'), []);
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
  writeFileSync('.cache/a-file', '');
  for (const file of [...entries(), '.cache/astro/data-store.json'])
    utimesSync(file, monthAgo, monthAgo);
  assert.deepEqual([...(await use('used'))], [1]);
  clearCache();
  assert.equal(entries().length, 1);
  assert.deepEqual([...(await use('used'))], [1]);
  assert.deepEqual([...(await use('unused'))], [3]);
  assert.ok(existsSync('.cache/astro/data-store.json'));
});
