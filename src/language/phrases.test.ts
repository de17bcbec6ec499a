import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitPhrases } from './phrases.ts';
import { noBreakRuns } from '../typography/no-break.ts';

test('a title may break between words, never inside one or inside a number', () => {
  const parts = splitPhrases('对市十七届人大三次会议第273号建议的答复');
  for (const word of ['市十七届', '人大', '三次会议', '第273号', '建议', '答复'])
    assert.ok(parts.includes(word), word);
  assert.equal(parts.join(''), '对市十七届人大三次会议第273号建议的答复');
});

test('a county, a conference and a number without 第 stay whole too', () => {
  const parts = splitPhrases('关于区政协十一届三次会议（城建类295号、第2026081号）提案的答复');
  for (const word of ['区政协', '十一届', '三次会议', '295号', '第2026081号'])
    assert.ok(parts.includes(word), word);
});

test('the mark of a note keeps with a whole figure before it and the stop after it', () => {
  const note = { type: 'note', number: 1, note: 'n-a', ref: 'r-a' } as const;
  assert.deepEqual(
    noBreakRuns([{ type: 'text', value: '解决6个）' }, note, { type: 'text', value: '。完。' }]),
    [
      { type: 'text', value: '解决' },
      { ...note, after: '6个）', then: '。' },
      { type: 'text', value: '完。' },
    ],
  );
});
