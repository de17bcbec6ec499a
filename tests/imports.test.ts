import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { filesOf } from './support/site.ts';

/** Each folder may import from itself and from those before it. */
const ORDER = [
  'build',
  'aids',
  'markdown.ts',
  'letter',
  'site',
  'metadata',
  'formats',
  'components',
  'layouts',
  'pages',
];
/** Pages bind, so nothing but they and the content's loader may reach past the order. */
const FREE = /^(content\.config\.ts|styles|.*\.d\.ts)/;

const layer = (file: string) => ORDER.indexOf(file.split('/')[0] ?? '');

test('imports run one way', () => {
  for (const file of filesOf('src').filter(
    (name) => /\.(ts|astro)$/.test(name) && !FREE.test(name),
  )) {
    assert.ok(layer(file) >= 0, `src/${file} is in no layer`);
    for (const [, target = ''] of readFileSync(`src/${file}`, 'utf8').matchAll(
      /from '(\.[^']+)'/g,
    )) {
      const imported = join(dirname(file), target);
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
