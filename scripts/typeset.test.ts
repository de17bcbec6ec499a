import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeLetters } from '../bench/sample-letters.ts';
import {
  copyProject,
  keepLetter273,
  run,
  typesetFiles,
  withoutTypst,
} from '../tests/support/project.ts';
import { filesOf } from '../tests/support/site.ts';

test('after a change to one of many letters, that one alone is set again', () => {
  const folder = copyProject();
  keepLetter273(folder);
  writeLetters(folder, [{ body: '政协', congress: 10, session: 2, numbers: [1, 2, 3] }]);
  run(folder, ['scripts/typeset.ts']);
  const first = typesetFiles(folder);
  assert.equal(first.length, 9, 'four letters, and the picture of the site');
  for (const ending of ['md', 'txt']) {
    const file = join(folder, `content/zx10-2/2.${ending}`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll(/(《|title: )关于/g, '$1关于再'));
  }
  const { status, output } = run(folder, ['scripts/typeset.ts']);
  assert.equal(status, 0, output);
  const again = typesetFiles(folder);
  assert.deepEqual(
    first.filter((one) => !again.includes(one)),
    [],
    'nothing else was touched',
  );
  const kinds = ['pdf', 'card'].map((kind) => filesOf(join(folder, '.cache', kind)).length);
  assert.deepEqual(kinds, [5, 6], 'one PDF and one picture more');
});

test('a character that the faces lack stops the build, and is named with its line', () => {
  const folder = copyProject();
  rmSync(join(folder, 'content/addresses'), { recursive: true });
  for (const name of ['273.md', '273.txt']) {
    const file = join(folder, 'content/rd17-3', name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('张玲玲', '张𪚥\uE000'));
  }
  const { status, output } = run(folder, ['scripts/typeset.ts']);
  assert.equal(status, 1);
  assert.match(output, /rd17-3\/273\.md:\d+ .*字体里没有“𪚥”（U\+2A6A5）[\s\S]*U\+E000[\s\S]*改法/);
});

test('without the compiler, a machine for which it is made stops', () => {
  const { status, output } = run(copyProject(), ['scripts/typeset.ts'], {
    ...withoutTypst,
    NO_TYPST: 'here',
  });
  assert.equal(status, 1);
  assert.match(output, /there is no binary/);
});
