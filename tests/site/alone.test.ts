import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { useFixture } from '../support/fixtures.ts';
import { copyProject, run, typesetFiles } from '../support/project.ts';
import { DIST, filesOf } from '../support/site.ts';

const { folder, dist, read } = useFixture('alone');

test('one letter has no list, feed, search or neighbour, and its session no link to any', () => {
  const files = filesOf(dist).filter((file) => /^(feed\.xml|search|pagefind)/.test(file));
  assert.deepEqual(files, []);
  for (const path of ['index.html', 'rd17-3/index.html', 'rd17-3/273/index.html'])
    assert.doesNotMatch(read(path), /<form|atom|rel="(prev|next)"/);
});

test('PDF and pictures that were set before are not set again by the pages, nor without a change', () => {
  const first: string[] = JSON.parse(readFileSync(join(folder, 'set.json'), 'utf8'));
  assert.equal(first.length, 3, 'a PDF and two pictures');
  assert.deepEqual(typesetFiles(folder), first);
  for (const file of ['rd17-3/273/rd17-3-273.pdf', 'rd17-3/273/card.png'])
    assert.ok(readFileSync(join(dist, file)).equals(readFileSync(join(DIST, file))), file);
});

test('a new template sets a new file of every kind', () => {
  const copy = copyProject(folder);
  const template = join(copy, 'src/typst/letter.typ');
  writeFileSync(template, readFileSync(template, 'utf8') + '\n// Another edition.\n');
  run(copy, ['scripts/typeset.ts']);
  assert.equal(typesetFiles(copy).length, 6);
});
