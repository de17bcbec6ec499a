import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { parse } from '../../tests/support/sample.ts';
import type { SiteWords } from '../content/site-schema.ts';
import { searchFiles } from './search.ts';

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
