import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { ENCODINGS, isCopy, precompress, type Encoding } from './precompress.ts';

const home = process.cwd();
let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'precompress-'));
  process.chdir(folder);
});
beforeEach(() => rmSync('.cache', { recursive: true, force: true }));
after(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const WORDS = Buffer.from('各项贷款余额2044.06亿元。'.repeat(50));
const copyOf = (encoding: Encoding) => readFileSync(`letter.txt.${encoding}`);

for (const encoding of Object.keys(ENCODINGS) as Encoding[])
  for (const [damage, spoil] of [
    ['cut', (entry: Buffer) => entry.subarray(0, -3)],
    ['emptied', () => Buffer.alloc(0)],
    ['zeroed', (entry: Buffer) => Buffer.alloc(entry.length)],
    ['replaced by a copy of other words', () => brotliCompressSync('other words')],
  ] as const)
    test(`a .${encoding} in the cache that was ${damage} is made anew`, async () => {
      await precompress('.', 'letter.txt', WORDS);
      const whole = copyOf(encoding);
      const [name = ''] = readdirSync(join('.cache', encoding));
      const entry = join('.cache', encoding, name);
      writeFileSync(entry, spoil(readFileSync(entry)));
      await precompress('.', 'letter.txt', WORDS);
      assert.deepEqual(copyOf(encoding), whole);
      assert.deepEqual(await ENCODINGS[encoding].unpack(whole), WORDS);
    });

for (const isCached of [true, false])
  test(`a copy is known by what it holds, ${isCached ? 'with' : 'without'} the cache`, async () => {
    await precompress('.', 'letter.txt', WORDS);
    const copy = copyOf('br');
    if (!isCached) rmSync('.cache', { recursive: true });
    assert.ok(await isCopy('br', WORDS, copy));
    assert.ok(await isCopy('br', WORDS, brotliCompressSync(WORDS)), 'of another compressor');
    assert.ok(!(await isCopy('br', Buffer.from('other words'), copy)));
    assert.ok(!(await isCopy('br', WORDS, copy.subarray(0, -1))));
    assert.ok(!(await isCopy('gz', WORDS, copy)));
  });

test('a copy that the cache knows is not unpacked', async (context) => {
  await precompress('.', 'letter.txt', WORDS);
  const unpack = context.mock.method(ENCODINGS.br, 'unpack');
  assert.ok(await isCopy('br', WORDS, copyOf('br')));
  assert.equal(unpack.mock.callCount(), 0);
});
