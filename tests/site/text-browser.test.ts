import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { letterText } from '../../src/letter/text.ts';
import { needPrograms } from '../support/debian.ts';
import { useFixture } from '../support/fixtures.ts';
import { allElements, attribute, readHtml } from '../support/html.ts';
import { letters } from '../support/letters.ts';
import { bare, DIST, fileOf, filesOf, pagePaths, read } from '../support/site.ts';

const county = useFixture('county');
before(needPrograms);
/** The text of a page in w3m, which runs no scripts, has no styles, and shows what is hidden. */
const readInW3m = (file: string): string => {
  const { stdout, status } = spawnSync('w3m', ['-dump', '-cols', '80', '-T', 'text/html', file], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, file);
  return stdout;
};
/** Words of controls that only a script can work. */
const SCRIPTED = /大字|朗读|复制链接|分享|停止|再列/;

test('a text browser reads every page, and no control that only a script can work', () => {
  const pages = [
    ...pagePaths().map((path) => join(DIST, fileOf(path))),
    ...filesOf(county.dist)
      .filter((file) => /^(zx10-2\/.*|search\/|404)[^/]*html$/.test(file))
      .map((file) => join(county.dist, file)),
  ];
  assert.ok(pages.length > 10);
  for (const file of pages) {
    const text = readInW3m(file);
    assert.ok(text.length > 100, file);
    if (!file.includes('about')) assert.doesNotMatch(text, SCRIPTED, file);
  }
});

test('in a text browser the letter is whole, and its contents are read once', () => {
  for (const letter of letters) {
    const text = bare(readInW3m(join(DIST, letter.path, 'index.html'))).replaceAll(/\^注\d+/g, '');
    for (const fragment of letterText(letter))
      assert.ok(text.includes(bare(fragment.text)), fragment.text);
  }
});

test('every control in the markup works without scripts: a link, a fold, or a form with an address', () => {
  for (const html of [...pagePaths().map((path) => read(fileOf(path))), county.read('search/')]) {
    const elements = allElements(readHtml(html));
    const forms = elements.filter(({ tagName }) => tagName === 'form');
    const controls = elements.filter(({ tagName }) => /^(button|input|select)$/.test(tagName));
    assert.ok(forms.every((form) => attribute(form, 'action')));
    assert.equal(controls.length, 2 * forms.length);
  }
});
