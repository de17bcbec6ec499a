import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { DIST, filesOf } from '../support/site.ts';
import { faults } from '../support/valid.ts';

const pages = filesOf(DIST).filter((file) => file.endsWith('.html'));

test('html-validate finds nothing on any page', async () => {
  assert.ok(pages.length >= 5);
  for (const page of pages) assert.deepEqual(await faults(join(DIST, page)), []);
});

const java = spawnSync('java', ['-version']).status === 0;
/** CSS newer than the checker; browsers that do not know it ignore it. */
const NEW_CSS = /CSS: .*(“scroll-target-group”|“:target-current”)/;

/** The checker does not compare hashes; the browser does, in the tests of the policy. */
const HASHED = /info warning: Inline (style|script) violates Content Security Policy/;

test('the Nu checker finds nothing on any page', { skip: !java && 'there is no Java' }, () => {
  const jar = 'node_modules/vnu-jar/build/dist/vnu.jar';
  const files = pages.map((page) => join(DIST, page));
  const { stderr } = spawnSync('java', ['-jar', jar, '--format', 'gnu', ...files], {
    encoding: 'utf8',
  });
  const found = stderr
    .split('\n')
    .filter((line) => line && !NEW_CSS.test(line) && !HASHED.test(line));
  assert.deepEqual(found, []);
});
