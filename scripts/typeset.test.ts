import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeLetters } from '../bench/sample-letters.ts';
import {
  astroBuild,
  copyProject,
  keepLetter273,
  run,
  withoutTypst,
} from '../tests/support/project.ts';
import { DIST, filesOf } from '../tests/support/site.ts';

const made = (folder: string) =>
  ['pdf', 'card'].flatMap((kind) => {
    const cache = join(folder, '.cache', kind);
    return filesOf(cache).map((file) => `${file} ${statSync(join(cache, file)).mtimeMs}`);
  });

test('what did not change is not set again, even after a clean of dist', () => {
  const folder = copyProject();
  keepLetter273(folder);
  run(folder, astroBuild);
  const first = made(folder);
  assert.equal(first.length, 3, 'a PDF and two pictures');
  rmSync(join(folder, 'dist'), { recursive: true });
  run(folder, astroBuild);
  assert.deepEqual(made(folder), first);
  for (const file of ['rd17-3/273/rd17-3-273.pdf', 'rd17-3/273/card.png'])
    assert.ok(readFileSync(join(folder, 'dist', file)).equals(readFileSync(join(DIST, file))));
  // A new template is a new file of every kind.
  const template = join(folder, 'src/typst/letter.typ');
  writeFileSync(template, readFileSync(template, 'utf8') + '\n// Another edition.\n');
  run(folder, astroBuild);
  assert.equal(made(folder).length, 6);
});

test('after a change to one of many letters, that one alone is set again', () => {
  const folder = copyProject();
  keepLetter273(folder);
  writeLetters(folder, [{ body: '政协', congress: 10, session: 2, numbers: [1, 2, 3] }]);
  run(folder, ['scripts/typeset.ts']);
  const first = made(folder);
  assert.equal(first.length, 9, 'four letters, and the picture of the site');
  for (const ending of ['md', 'txt']) {
    const file = join(folder, `content/zx10-2/2.${ending}`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll(/(《|title: )关于/g, '$1关于再'));
  }
  const { status, output } = run(folder, ['scripts/typeset.ts']);
  assert.equal(status, 0, output);
  const again = made(folder);
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
  const { status, output } = run(folder, astroBuild);
  assert.equal(status, 1);
  assert.match(output, /rd17-3\/273\.md:\d+ .*字体里没有“𪚥”（U\+2A6A5）[\s\S]*U\+E000[\s\S]*改法/);
});

test('without the compiler, a machine for which it is made stops', () => {
  const { status, output } = run(copyProject(), astroBuild, {
    ...withoutTypst,
    NO_TYPST: 'here',
  });
  assert.equal(status, 1);
  assert.match(output, /there is no binary/);
});

test('on another machine the pages are built, and what is missing is not announced', () => {
  const folder = copyProject();
  const { status, output } = run(folder, astroBuild, withoutTypst);
  assert.equal(status, 0, output);
  assert.equal(output.split(/没有.*Typst：.*没有 PDF/).length, 2, 'one line says so');
  const files = filesOf(join(folder, 'dist'));
  assert.ok(existsSync(join(folder, 'dist/rd17-3/273/index.html')));
  assert.deepEqual(
    files.filter((file) => /pdf|card/.test(file)),
    [],
  );
  for (const file of files.filter((name) => /html$|jsonld$/.test(name)))
    assert.doesNotMatch(
      readFileSync(join(folder, 'dist', file), 'utf8'),
      /rd17-3-273\.pdf|citation_pdf_url|card\.png|og:image|application\/pdf/,
      file,
    );
});
