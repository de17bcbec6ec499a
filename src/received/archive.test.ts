import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { wordParts } from '../../tests/support/word.ts';
import { zip } from '../../tests/support/zip.ts';
import { readArchive } from './archive.ts';
import { Unreadable } from './unreadable.ts';

const bytes = readFileSync('tests/import/word-plain/received.docx');

test('a stray byte after an archive, or a lost one, keeps nobody from opening it', async () => {
  const names = [...(await readArchive(bytes)).keys()];
  assert.ok(names.includes('word/document.xml'));
  for (const other of [Buffer.concat([bytes, Buffer.from('\n')]), bytes.subarray(0, -1)])
    assert.deepEqual([...(await readArchive(other)).keys()], names);
  await assert.rejects(readArchive(bytes.subarray(0, -30)), Unreadable);
});

test('names with backslashes are names of parts, but none that leads out of the archive', async () => {
  const named = (name: string) =>
    Buffer.from(bytes.toString('latin1').replaceAll('word/document.xml', name), 'latin1');
  assert.ok((await readArchive(named('word\\document.xml'))).has('word/document.xml'));
  await assert.rejects(readArchive(named('..\\word/docum.xml')), Unreadable);
});

test('a document type is refused in any part that is XML, whatever its name, and in no other', async () => {
  const declared = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>';
  const withPart = (name: string, content: string) =>
    readArchive(zip(new Map([...wordParts(''), [name, Buffer.from(content)]])));
  for (const [name, content] of [
    ['word/a.xml', declared.slice(21)],
    ['word/a.dat', declared],
    ['word/a.dat', `\uFEFF${declared}`],
  ] as const)
    await assert.rejects(withPart(name, content), /DOCTYPE/);
  for (const [name, content] of [
    ['word/a.htm', '<!DOCTYPE html><p>甲</p>'],
    ['word/a.png', `\x89PNG${' '.repeat(20)}${declared}`],
  ] as const)
    assert.ok((await withPart(name, content)).has(name));
});
