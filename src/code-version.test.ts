import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newFolder } from '../tests/support/project.ts';
import { writeFiles } from '../tests/support/write-files.ts';
import { digestCode } from './code-version.ts';

const FILES = {
  'package.json': '{"dependencies":{"qr":"^1"}}',
  'node_modules/qr/package.json': '{"version":"1.0.0"}',
  'node_modules/.package-lock.json': '{}',
  'src/components/Words.astro': '<p>',
  'src/components/Words.test.ts': '',
  'astro.config.mjs': '',
};

/** The digest of a project of these files, some of them changed. */
function digestWith(changed: Record<string, string>): string {
  const root = newFolder();
  writeFiles(root, { ...FILES, ...changed });
  return digestCode(root);
}

const before = digestWith({});
for (const [what, changed] of [
  ['a component', { 'src/components/Words.astro': '<div>' }],
  ['a file that is added', { 'src/components/Word.astro': '' }],
  ['the configuration', { 'astro.config.mjs': 'x' }],
  ['the version of a dependency', { 'node_modules/qr/package.json': '{"version":"1.0.1"}' }],
  ["the version of a dependency's own", { 'node_modules/.package-lock.json': '{"x":1}' }],
] as const)
  test(`the digest of the code depends on ${what}`, () =>
    assert.notEqual(digestWith(changed), before));

test('the digest of the code does not depend on tests', () =>
  assert.equal(digestWith({ 'src/components/Words.test.ts': 'x' }), before));
