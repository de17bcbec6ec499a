import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { parse } from '../../tests/support/sample.ts';
import type { SiteWords } from '../content/site-schema.ts';
import { searchFiles, shardLetters } from './search.ts';

const letters = [parse().letter!];
const site = { place: { city: '某市' } } as SiteWords;
const { platform, arch } = process;
const pretend = (platform: string, arch: string) =>
  Object.defineProperties(process, { platform: { value: platform }, arch: { value: arch } });
afterEach(() => {
  pretend(platform, arch);
  delete process.env['npm_config_arch'];
  mock.restoreAll();
});

test('where Pagefind has no program there is no search, and one line says so', async () => {
  const warn = mock.method(console, 'warn', () => {});
  pretend('sunos', 'sparc');
  assert.deepEqual(await searchFiles(letters, site), []);
  assert.equal(warn.mock.callCount(), 1);
  assert.match(String(warn.mock.calls[0]!.arguments[0]), /sunos.*没有查找页/);
});

test('on Linux x64 a missing program is an error', async () => {
  pretend('linux', 'x64');
  process.env['npm_config_arch'] = 'none';
  await assert.rejects(searchFiles(letters, site), /linux-none/);
});

test('a letter that is added changes only the last shard of its assembly', () => {
  const letter = (body: '人大' | '政协', session: number, number: number) => ({
    ...letters[0]!,
    key: `${body}${session}/${number}`,
    proposal: { ...letters[0]!.proposal, body, congress: 17, session, number },
  });
  const session = (body: '人大' | '政协', at: number) => [1, 2, 3].map((n) => letter(body, at, n));
  const all = [...session('人大', 2), ...session('政协', 2), ...session('人大', 1)];
  const keys = (some: typeof all) =>
    shardLetters(some, 4).map((shard) => shard.map(({ key }) => key).join());
  const before = keys(all);
  assert.equal(before.length, 3);
  assert.deepEqual(before.join().split(',').sort(), all.map(({ key }) => key).sort());
  const after = keys([...all.slice(0, 3), letter('人大', 2, 4), ...all.slice(3)]);
  assert.deepEqual(
    before.map((shard, at) => shard === after[at]),
    [true, false, true],
  );
  assert.equal(shardLetters(all, 9).length, 1);
});
