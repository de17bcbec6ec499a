import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WordNode } from './word-node.ts';
import { tableLines } from './word-table.ts';

const cell = (text: string, spans: Pick<WordNode, 'colSpan' | 'rowSpan'> = {}): WordNode => ({
  type: 'tableCell',
  ...spans,
  children: [{ type: 'paragraph', value: text }],
});
const row = (...children: WordNode[]): WordNode => ({ type: 'tableRow', children });

test('cells that another cell spans are empty, so that all rows are equally wide', () => {
  const table: WordNode = {
    type: 'table',
    children: [
      row(cell('甲', { rowSpan: 3, colSpan: 2 }), cell('一')),
      row(cell('二')),
      row(cell('三')),
      row(cell('乙'), cell('丙'), cell('四')),
    ],
  };
  const lines = tableLines(
    table,
    ({ value = '' }) => value,
    () => [],
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
