import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraph, wordPart, wordParts } from '../../tests/support/word.ts';
import { OpenPackage, countWord } from './count/index.ts';
import { readText } from './index.ts';
import { Unreadable } from './unreadable.ts';
import { readWord } from './word.ts';

const HOSTILE: [name: string, ending: 'txt' | 'source.md', text: string, reason: RegExp][] = [
  ['many characters', 'txt', '您是第\n'.repeat(70_000), /超过 200000 字/],
  ['many lines', 'txt', '\n'.repeat(6000), /超过 5000 行/],
  ['a long line', 'txt', `甲\n${'（公开'.repeat(4000)}`, /第 2 行超过 10000 字/],
  ['many blanks', 'txt', `第901${' '.repeat(5000)}号`, /第 1 行里连着有 500 个以上的空格/],
  ['quotations in quotations', 'source.md', `甲\n\n${'>'.repeat(900)}`, /第 3 行开头/],
  ['lists in lists', 'source.md', '- '.repeat(900), /第 1 行开头/],
  ['many mail addresses', 'source.md', 'a@b.\n'.repeat(1200), /符号 @ 超过 1000 个/],
  ['many backslashes', 'source.md', '\\'.repeat(1200), /符号 \\ 超过 1000 个/],
  ['many cells', 'source.md', '|甲'.repeat(2000).concat('\n').repeat(6), /格超过 10000 个/],
  ['many tags', 'source.md', '<div>\n'.repeat(1200), /符号 < 超过 1000 个/],
];
for (const [name, ending, text, reason] of HOSTILE)
  test(`refused before anything reads it: ${name}`, () => {
    const started = performance.now();
    assert.throws(
      () => readText(new TextEncoder().encode(text), ending),
      (error) => error instanceof Unreadable && reason.test(error.reason),
    );
    assert.ok(performance.now() - started < 2000);
  });

test('a million empty paragraphs of Word are refused at once', () => {
  const started = performance.now();
  assert.throws(
    () => countWord(new OpenPackage(wordParts('<w:p/>'.repeat(1_000_000)))),
    Unreadable,
  );
  assert.ok(performance.now() - started < 2000);
});

test('many words in headers are refused before they are compared', () => {
  const header = wordPart('w:hdr', paragraph('甲'.repeat(600_000)));
  assert.throws(
    () => countWord(new OpenPackage(wordParts('', { 'h.xml': ['header', header] }))),
    (error) => error instanceof Unreadable && /字一共超过 500000 个/.test(error.reason),
  );
});

test('a table of Word has as many columns as Word lets it have, and no cell is lost', () => {
  const table = (span: string) =>
    `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="${span}"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${paragraph('道路')}</w:tc><w:tc>${paragraph('长度')}</w:tc></w:tr><w:tr><w:tc>${paragraph('东街')}</w:tc><w:tc>${paragraph('30米')}</w:tc></w:tr></w:tbl>`;
  for (const span of ['0', '-3', 'x', '900000000'])
    assert.deepEqual(
      readWord(wordParts(table(span)))
        .flatMap(({ cells = [] }) => cells)
        .filter(Boolean),
      ['道路', '长度', '东街', '30米'],
    );
});

test('the reader refuses a main part that declares a document type', () => {
  const parts = wordParts('', {}, 'word/main.dat');
  parts.set('word/main.dat', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'));
  assert.throws(() => readWord(parts), /DOCTYPE/);
});
