import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newFolder } from '../../tests/support/project.ts';
import { writeFiles } from '../../tests/support/write-files.ts';
import { clearCache, emptyCache } from '../cache.ts';
import { filesOf } from '../list-files.ts';
import { keepFolder, restoreFolder } from './store.ts';

const KEY = 'a'.repeat(64);
const PAGES = new Map([
  ['index.html', { ids: new Map([['p1', 'p']]), links: new Set(['../']), redirects: false }],
]);
const FILES = { 'index.html': '<p id=p1>', 'figures/index.html': '<table>', 'letter.txt': '' };

const project = process.cwd();
before(() => process.chdir(newFolder()));
after(() => process.chdir(project));

/** Keeps a folder of these files under a key. */
function keep(files: Record<string, string> = FILES, key = KEY): void {
  const folder = newFolder();
  writeFiles(folder, files);
  keepFolder(key, folder, PAGES);
}

/** The texts of the files that are restored under a key; undefined if none are. */
function restored(key = KEY): Record<string, string> | undefined {
  const to = join(newFolder(), 'to');
  const found = restoreFolder(key, to);
  if (!found) {
    assert.ok(!existsSync(to));
    return undefined;
  }
  assert.deepEqual(found.pages, PAGES);
  return Object.fromEntries(
    filesOf(to).map((name) => [name, readFileSync(join(to, name), 'utf8')]),
  );
}

test('finished files come back under their key alone', () => {
  keep();
  assert.deepEqual(restored(), FILES);
  assert.equal(restored('b'.repeat(64)), undefined);
});

for (const [damage, spoil] of [
  ['a file is changed', (folder) => appendFileSync(join(folder, 'letter.txt'), 'x')],
  ['a file is missing', (folder) => rmSync(join(folder, 'figures/index.html'))],
  [
    'a file is a folder',
    (folder) => {
      rmSync(join(folder, 'letter.txt'));
      mkdirSync(join(folder, 'letter.txt'));
    },
  ],
  ['all files are missing', (folder) => rmSync(folder, { recursive: true })],
  [
    'their digests are changed',
    () => {
      const [record = ''] = readdirSync('.cache/finished-records');
      appendFileSync(join('.cache/finished-records', record), 'x');
    },
  ],
] as [string, (folder: string) => void][])
  test(`finished files do not come back if ${damage}, until they are kept again`, () => {
    keep();
    spoil(join('.cache/finished', KEY));
    assert.equal(restored(), undefined);
    keep();
    assert.deepEqual(restored(), FILES);
  });

test('a file that is kept needs no second place on the disk', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'a'), 'a');
  keepFolder(KEY, folder, PAGES);
  assert.equal(statSync(join(folder, 'a')).nlink, 2);
});

test('an emptied cache has no finished files, but what another build is about to keep', () => {
  keep();
  const beside = join('.cache/finished', `${KEY}.half`);
  mkdirSync(beside);
  clearCache();
  assert.deepEqual(restored(), FILES);
  emptyCache();
  assert.equal(restored(), undefined);
  assert.deepEqual(readdirSync('.cache/finished'), [`${KEY}.half`]);
});
