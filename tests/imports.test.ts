import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { filesOf } from './support/site.ts';

/** Each part of `src` may import from itself and from those before it. */
const ORDER =
  'aids markdown.ts cache.ts programs.ts received letter typeset site build import metadata formats styles components layouts pages content.config.ts'.split(
    ' ',
  );
const layer = (file: string) => ORDER.indexOf(file.split('/')[0] ?? '');
const importsOf = (file: string) =>
  [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import) ?\(?'(\.[^']+)'/g)].map(
    ([, target = '']) => join(dirname(file), target),
  );

test('imports run one way, and none leaves src', () => {
  const files = filesOf('src').filter(
    (file) => /\.(ts|astro)$/.test(file) && !/\.(test|d)\.ts$/.test(file),
  );
  assert.ok(files.length > 50);
  for (const file of files) {
    assert.ok(layer(file) >= 0, `src/${file} is in no layer`);
    for (const imported of importsOf(file)) {
      assert.ok(layer(imported) >= 0, `src/${file} imports ${imported}, which is in no layer`);
      assert.ok(layer(imported) <= layer(file), `src/${file} imports ${imported}`);
    }
  }
});

test('no file of code is longer than 200 lines', () => {
  for (const folder of ['src', 'tests', 'scripts'])
    for (const file of filesOf(folder)) {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n').length - 1;
      assert.ok(lines <= 200, `${folder}/${file} has ${lines} lines`);
    }
});
