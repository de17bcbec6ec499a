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

test('properties, variables, a preview, and links to places outside the file are traces', () => {
  const parts = wordParts(paragraph('甲'), {
    'a.dat': ['core-properties', '<dc:description>内部意见</dc:description>'],
    'b.dat': ['settings', '<w:docVar w:name="a" w:val="b"/>'],
    'c.dat': ['thumbnail', 'JPEG'],
  });
  const link = '<Relationship Target="mailto:a@example.com" TargetMode="External"/>';
  parts.set('word/_rels/footnotes.xml.rels', Buffer.from(link));
  assert.deepEqual(findTraces(new OpenPackage(parts)), [
    '标题、备注等属性',
    '文档变量',
    '缩略图',
    '指向文件外的链接',
  ]);
});

test('what names nobody is no trace', () => {
  const related: Related = {
    'b.dat': ['core-properties', '<c:creator> </c:creator>'],
    'picture.png': ['image', '\x89PNG <w:ins/>'],
  };
  assert.deepEqual(tracesIn(paragraph('甲'), related), []);
});
