import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  mayKeep,
  MEASURE,
  noBreakRuns,
  numberPieces,
  splitEnding,
  splitNumber,
} from './no-break.ts';

test('a number that would tear open a line has pieces that a line may part, never between its digits', () => {
  const pieces: [string, string][] = [
    ['〔2019〕37号', '〔2019〕|37号'],
    ['12月25日', '12月|25日'],
    ['2019—2021年', '2019—|2021|年'],
    ['2931家次', '2931|家次'],
    ['2044.06亿元', '2044.06|亿元'],
    ['第273号', '第273号'],
  ];
  for (const [number, parted] of pieces) assert.equal(numberPieces(number).join('|'), parted);
});

test('the lines of paper hold less together than those of a wide screen, and a digit holds its % by itself', () => {
  for (const [words, paper, screen] of [
    ['139个', true, true],
    ['300余家，', false, true],
    ['171.15亿元，', false, false],
  ] as const)
    assert.deepEqual(
      [mayKeep(words, MEASURE.paper), mayKeep(words, MEASURE.screen)],
      [paper, screen],
    );
  assert.deepEqual(splitNumber('9.14%'), { lead: '9.14%', kept: '', unit: '' });
});

test('what is kept at the end of a text, and before a note, cuts no character', () => {
  for (const [text, end] of [
    ['已经核实。', '核实。'],
    ['共2931家次。', '2931家次。'],
    ['由𬭎完成𬭎。', '成𬭎。'],
    ['请𠮷𬭎', '𠮷𬭎'],
    ['见👩🏽‍💻完', '👩🏽‍💻完'],
    ['。', ''],
  ] as const) {
    const value = text.slice(0, text.length - end.length);
    const words = { type: 'text', value: text } as const;
    assert.deepEqual(splitEnding([words]), {
      start: [{ ...words, value: end ? value : text }],
      end,
    });
    const [before, mark] = noBreakRuns([
      words,
      { type: 'note', number: 1, note: 'n-a', ref: 'r-a' },
    ]);
    const tied = before?.type === 'text' && mark?.type === 'note' ? [before.value, mark.after] : [];
    assert.equal(tied.join(''), text);
    assert.ok(
      tied.every((piece) => piece.isWellFormed()),
      text,
    );
  }
});
