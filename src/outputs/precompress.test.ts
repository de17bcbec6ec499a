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
const encodings = Object.keys(ENCODINGS) as Encoding[];
const copyOf = (encoding: Encoding) => readFileSync(`letter.txt.${encoding}`);

for (const [damage, spoil] of [
  ['cut', (entry: Buffer) => entry.subarray(0, -3)],
  ['emptied', () => Buffer.alloc(0)],
  ['zeroed', (entry: Buffer) => Buffer.alloc(entry.length)],
  ['replaced by a copy of other words', () => brotliCompressSync('other words')],
] as const)
  test(`an entry of the cache that was ${damage} is made anew`, async () => {
    await precompress('.', 'letter.txt', WORDS);
    const whole = encodings.map(copyOf);
    const [name = ''] = readdirSync('.cache/compressed');
    const entry = join('.cache/compressed', name);
    writeFileSync(entry, spoil(readFileSync(entry)));
    await precompress('.', 'letter.txt', WORDS);
    assert.deepEqual(encodings.map(copyOf), whole);
  });

for (const encoding of encodings)
  test(`a .${encoding} is known by what it holds`, async () => {
    await precompress('.', 'letter.txt', WORDS);
    const copy = copyOf(encoding);
    assert.ok(isCopy(encoding, WORDS, copy));
    assert.ok(!isCopy(encoding, Buffer.from('other words'), copy));
    assert.ok(!isCopy(encoding, WORDS, copy.subarray(0, -1)));
    assert.ok(!isCopy(encoding === 'br' ? 'gz' : 'br', WORDS, copy));
  });

test('a copy may be of another compressor', () =>
  assert.ok(isCopy('br', WORDS, brotliCompressSync(WORDS))));
