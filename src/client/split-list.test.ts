import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitList } from './split-list.ts';

test('names keep the mark that follows them', () => {
  assert.deepEqual(splitList('交通局、公安局、财政局'), ['交通局、', '公安局、', '财政局']);
  assert.deepEqual(splitList('交通局'), ['交通局']);
});
