import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import { outlineOf } from '../letter/outline.ts';
import { citedDocuments, letterText } from '../letter/text.ts';

const sample = () => {
  const { letter, diagnostics } = parse();
  assert.deepEqual(diagnostics, []);
  assert.ok(letter);
  return letter;
};

test('paragraphs are counted through the letter, sections by their ordinals', () => {
  const places = letterText(sample()).map(({ id }) => id);
  const body = ['p1', 's1', 'p2', 't1', 's1-1', 'p3', 's2', 'p4', 'p5', 'p6'];
  assert.deepEqual(places, ['title', 'to', ...body, 'sign', 'date', 'cc', 'contact']);
});

test('the contents nest as the letter does, without full stops or notes', () => {
  assert.deepEqual(
    outlineOf(sample()).map(({ id, label, entries }) => [
      id,
      label,
      entries.map((part) => part.label),
    ]),
    [
      ['s1', '一、已经做的', ['（一）东门']],
      ['s2', '二、正在做的', []],
      ['next', '下一步', []],
    ],
  );
});

test('notes are numbered as the page refers to them, and know where', () => {
  const doubtful = SAMPLE.replace('edtf: 2019-05-06', 'edtf: 2019-05-06?\n  note: day')
    .replace('西门桥开工', '西门桥[^bridge]开工')
    .concat('[^day]: 存疑。\n');
  const { letter } = parse(doubtful);
  assert.deepEqual(
    letter?.notes.map(({ number, id, refs }) => [number, id, refs]),
    [
      [1, 'n-day', ['r-day', 'r-day.2']],
      [2, 'n-bridge', ['r-bridge', 'r-bridge.2']],
      [3, 'n-phone', ['r-phone']],
    ],
  );
});

test('Windows line ends, a byte order mark and wrapped lines change nothing', () => {
  const wrapped = SAMPLE.replace('下一步，修', '下一步，\n修').replaceAll('\n', '\r\n');
  const { letter, diagnostics } = parse(
    `\uFEFF${wrapped}`,
    `\uFEFF${RECEIVED.replaceAll('\n', '\r\n')}`,
  );
  assert.deepEqual(diagnostics, []);
  assert.ok(letterText(letter!).some(({ text }) => text === '下一步，修南门桥。'));
});

test('no character is altered: quotes, dashes, tildes and figures stay as typed', () => {
  const odd = '5~10家 -- "x" \'y\' ... (c) 1/2 1.5万 2019\\*';
  const { letter, diagnostics } = parse(
    SAMPLE.replace('西门桥开工。', odd),
    RECEIVED.replace('西门桥开工。', odd.replace('\\', '')),
  );
  assert.deepEqual(diagnostics, []);
  assert.ok(letterText(letter!).some(({ text }) => text === odd.replace('\\', '')));
});

test('a second reply to one proposal has its own address', () =>
  assert.deepEqual(parse(SAMPLE, RECEIVED, 'rd17-3/9-2').diagnostics, []));

test('cited documents come with their numbers, the proposal itself does not', () => {
  const cited = '按《修桥办法》和《养桥意见》（某政发〔2019〕3号）开工。';
  const { letter } = parse(
    SAMPLE.replace('西门桥开工。', cited),
    RECEIVED.replace('西门桥开工。', cited),
  );
  assert.deepEqual(citedDocuments(letter!), [
    { title: '修桥办法' },
    { title: '养桥意见', number: '某政发〔2019〕3号' },
  ]);
});

test('a reference with its bracket escaped is text, and no reference to the note', () => {
  const { letter, diagnostics } = parse(
    SAMPLE.replace('西门桥开工。', '西门桥\\[^bridge]开工。'),
    RECEIVED.replace('西门桥', '西门桥[^bridge]'),
  );
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(letter?.notes.find(({ id }) => id === 'n-bridge')?.refs, ['r-bridge']);
});
