import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fragmentLabel,
  isInsertedAfter,
  isInsertedParagraph,
  isNoteId,
  isNumberedFragment,
  isOriginalParagraph,
  isTableId,
  noteId,
  paragraphId,
  paragraphNumber,
  sectionId,
  tableId,
} from './fragment.ts';

test('what is made as a fragment is known as one, and called by its name', () => {
  const [paragraph, inserted, table] = [paragraphId('4'), paragraphId('4a'), tableId(1)];
  assert.deepEqual([paragraph, inserted, table], ['p4', 'p4a', 't1']);
  assert.deepEqual([sectionId(1), sectionId(2, 's1'), noteId('sic')], ['s1', 's1-2', 'n-sic']);
  for (const id of [paragraph, inserted, table, sectionId(1), sectionId(2, 's1')])
    assert.ok(isNumberedFragment(id), id);
  assert.deepEqual([paragraph, inserted, table, 's1-2'].map(fragmentLabel), [
    '第4段',
    '第4a段',
    '表1',
    '标题',
  ]);
  assert.equal(paragraphNumber(inserted), '4a');
});

test('a paragraph is inserted or was there; a table and a note are neither', () => {
  assert.deepEqual(['p4', 'p4a', 't1', 'n-a'].map(isOriginalParagraph), [
    true,
    false,
    false,
    false,
  ]);
  assert.deepEqual(['p4', 'p4a', 't1', 'n-a'].map(isInsertedParagraph), [
    false,
    true,
    false,
    false,
  ]);
  assert.deepEqual(
    ['p4a', 'p14a', 'p4'].map((id) => isInsertedAfter(id, 4)),
    [true, false, false],
  );
  assert.deepEqual(['p4', 't1', 'title'].map(isTableId), [false, true, false]);
  assert.deepEqual(['n-sic1', 'n-', 'n-A', 'next'].map(isNoteId), [true, false, false, false]);
});

test('nothing else is a numbered fragment', () => {
  for (const id of [
    '',
    'p',
    'p4-1',
    'p4-',
    'p4ab',
    't1a',
    's1a',
    's1-2-3',
    'next',
    'notes',
    'title',
    'to',
    'P4',
  ])
    assert.equal(isNumberedFragment(id), false, id);
});
