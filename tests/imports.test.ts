import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { filesOf } from './support/site.ts';

/** Each part of `src` may import from itself and from those before it. */
const ORDER =
  'diagnostics.ts digest.ts refusal.ts progress.ts list-files.ts built-site.ts markdown.ts write-whole.ts cache.ts code-version.ts programs.ts pdfium.ts png.ts language letter received disclosure permalinks content typography typst site head client outputs verify finished handover intake figures takedown setup site-data.ts integrations styles components layouts pages content.config.ts'.split(
    ' ',
  );
const layer = (file: string) => ORDER.indexOf(file.split('/')[0] ?? '');
const importsOf = (file: string) =>
  [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import) ?\(?'(\.[^']+)'/g)].map(
    ([, target = '']) => join(dirname(file), target),
  );

const files = () =>
  filesOf('src').filter((file) => /\.(ts|astro)$/.test(file) && !/\.(test|d)\.ts$/.test(file));

test('imports run one way, and none leaves src', () => {
  assert.ok(files().length > 50);
  for (const file of files()) {
    assert.ok(layer(file) >= 0, `src/${file} is in no layer`);
    for (const imported of importsOf(file)) {
      assert.ok(layer(imported) >= 0, `src/${file} imports ${imported}, which is in no layer`);
      assert.ok(layer(imported) <= layer(file), `src/${file} imports ${imported}`);
    }
  }
});

test('no files import each other in a circle, types included', () => {
  const known = new Set(files());
  const done = new Set<string>();
  const visit = (file: string, way: string[]): void => {
    assert.ok(!way.includes(file), [...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file) || !known.has(file)) return;
    for (const imported of importsOf(file)) visit(imported, [...way, file]);
    done.add(file);
  };
  for (const file of known) visit(file, []);
});
