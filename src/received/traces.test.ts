import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraph, run, wordParts, type Related } from '../../tests/support/word.ts';
import { OpenPackage } from './count/index.ts';
import { findTraces } from './traces.ts';

const tracesIn = (body: string, related: Related = {}, main?: string) =>
  findTraces(new OpenPackage(wordParts(body, related, main)));

test('traces are found in the part that is read, and in parts of any other name', () => {
  const hidden = paragraph(run('甲', '<w:vanish/>'));
  assert.deepEqual(tracesIn(paragraph('甲')), []);
  for (const main of ['word/document.xml', 'word/document2.xml', 'word/doc.dat'])
    assert.deepEqual(tracesIn(hidden + paragraph('<w:ins/>'), {}, main), ['修订', '隐藏文字']);
  const related: Related = {
    'a.dat': ['comments', '<comments/>'],
    'b.dat': ['core-properties', '<c:creator>王甲</c:creator>'],
    'c.dat': ['extended-properties', '<Company>某公司</Company>'],
    'd.dat': ['custom-properties', ''],
    'e.dat': ['oleObject', 'PK'],
    'f.dat': ['customXml', '<a/>'],
    'g.dat': ['footnotes', paragraph('<w:del/>')],
  };
  assert.deepEqual(tracesIn(paragraph('甲'), related), [
    '作者',
    '公司',
    '自定义属性',
    '批注',
    '修订',
    '嵌入的文件',
    '自定义数据',
  ]);
});

test('what names nobody is no trace', () => {
  const related: Related = {
    'b.dat': ['core-properties', '<c:creator> </c:creator>'],
    'picture.png': ['image', '\x89PNG <w:ins/>'],
  };
  assert.deepEqual(tracesIn(paragraph('甲'), related), []);
});
