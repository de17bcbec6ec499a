import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotli } from '../../bench/weight.ts';
import { fileOf, pagePaths, read } from '../support/site.ts';

/** The links to the letters before and after it, if there are any: their titles are not its own. */
const NEIGHBOURS = /<nav[^>]* aria-label="前后的答复"[\s\S]*?<\/nav>/;

/** In bytes as brotli. Leaves room for a few more facts; a page must arrive in one round trip. */
const BUDGET = 10_000;

test(`the page of letter 273 is at most ${BUDGET} bytes as brotli`, () => {
  const size = brotli(read('rd17-3/273/index.html').replace(NEIGHBOURS, ''));
  assert.ok(size <= BUDGET, `the page of letter 273 has ${size} bytes, its budget is ${BUDGET}`);
});

test('no page loads style, script, font or picture from a file of its own', () => {
  for (const path of pagePaths())
    assert.doesNotMatch(
      read(fileOf(path)),
      /rel="(stylesheet|preload)"|<script src|@font-face|<img/,
    );
});
