import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { DIST, filesOf } from './support/site.ts';

const pages = filesOf(DIST).filter((file) => file.endsWith('.html'));

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // The name of a paragraph's link is its number, drawn by the style sheet and given as a label.
      'no-redundant-aria-label': 'error',
      // Astro writes the short form of neither; both are valid.
      'void-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      // The official tags are written as the standard spells them.
      'attr-quotes': ['error', { style: 'auto' }],
    },
  }),
);

test('html-validate finds nothing on any page', async () => {
  assert.ok(pages.length >= 5);
  for (const page of pages) {
    const { results } = await validator.validateFile(join(DIST, page));
    const found = results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, line, column }) => `${page}:${line}:${column} ${ruleId}: ${message}`,
      ),
    );
    assert.deepEqual(found, []);
  }
});

const java = spawnSync('java', ['-version']).status === 0;
/** CSS newer than the checker; a browser that does not know it passes over it. */
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
