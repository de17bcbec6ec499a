import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Line } from './lines.ts';
import { tableLines, type Block, type Cell, type Table } from './word-table.ts';

const cell = (text: string, spans: Partial<Pick<Cell, 'colSpan' | 'rowSpan'>> = {}): Cell => ({
  colSpan: 1,
  rowSpan: 1,
  ...spans,
  blocks: text.split('\n').map((line) => ({ type: 'paragraph', text: line })),
});
const table = (...rows: Cell[][]): Table => ({ type: 'table', rows });
const linesOf = (blocks: Block[]): Line[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? { text: block.text } : []));

test('cells that another cell spans are empty, so that all rows are equally wide', () => {
  const lines = tableLines(
    table(
      [cell('甲', { rowSpan: 3, colSpan: 2 }), cell('一')],
      [cell('二')],
      [cell('三')],
      [cell('乙'), cell('丙'), cell('四')],
    ),
    linesOf,
  );
  assert.deepEqual(
    lines.map(({ cells }) => cells),
    [
      ['甲', '', '一'],
      ['', '', '二'],
      ['', '', '三'],
      ['乙', '丙', '四'],
    ],
  );
});

test('a letter in a form is read line by line, its other rows as rows', () => {
  const letter = '关于建议的答复\n王甲代表：\n您提出的建议收悉。\n某局\n2024年5月6日';
  const lines = tableLines(
    table([cell('案由'), cell('建卫生室')], [cell('答复'), cell(letter)]),
    linesOf,
  );
  assert.deepEqual(
    lines.map(({ text }) => text),
    ['案由\t建卫生室', '答复', ...letter.split('\n')],
  );
  const measures = tableLines(
    table(
      [cell('措施'), cell('甲\n乙\n丙\n丁\n戊')],
      [cell('单位'), cell('市卫生健康局、市财政局')],
    ),
    linesOf,
  );
  assert.equal(measures.length, 2);
});
