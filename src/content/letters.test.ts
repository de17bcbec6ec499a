import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOf, letter } from '../../tests/support/content.ts';
import { RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import { formatLedgerFile } from '../permalinks/ledger.ts';
import { loadLetters } from './letters.ts';

test('an address taken twice is refused, and named', async (context) => {
  const files = { '9.md': SAMPLE, '9.txt': RECEIVED };
  const root = contentOf(context, {
    'rd17-3/9.md': files['9.md'],
    'rd17-3/9.txt': files['9.txt'],
    'rd17-03/9.md': files['9.md'],
    'rd17-03/9.txt': files['9.txt'],
    'rd17-3/009.md': files['9.md'],
    'rd17-3/009.txt': files['9.txt'],
  });
  const found = (await loadLetters(root)).diagnostics.map(({ message }) => message);
  assert.equal(
    found.filter((what) => /地址 \/rd17-3\/9\/ 已被/.test(what)).length,
    2,
    found.join('\n'),
  );
});

test('a file name that is no address is refused', async (context) => {
  const root = contentOf(context, {
    'rd17-3/关于修桥.md': SAMPLE,
    'rd17-3/关于修桥.txt': RECEIVED,
  });
  assert.match((await loadLetters(root)).diagnostics[0]?.message ?? '', /文件名不能作地址/);
});

test('letters are ordered by session and number, never by date', async (context) => {
  const older = (text: string) =>
    text.replace('session: 3', 'session: 2').replace('三次会议', '二次会议');
  const root = contentOf(context, {
    'rd17-2/30.md': older(letter(30)),
    'rd17-2/30.txt': older(letter(30, RECEIVED)),
    'rd17-3/10.md': letter(10),
    'rd17-3/10.txt': letter(10, RECEIVED),
    'rd17-3/9.md': SAMPLE,
    'rd17-3/9.txt': RECEIVED,
  });
  const { letters, diagnostics } = await loadLetters(root);
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    letters.map(({ key }) => key),
    ['rd17-3/9', 'rd17-3/10', 'rd17-2/30'],
  );
});

test('one letter alone is read by its key, with the problems of its own files', async (context) => {
  const root = contentOf(context, {
    'rd17-3/9.md': SAMPLE,
    'rd17-3/9.txt': RECEIVED,
    'rd17-3/10.md': 'damaged',
    'rd17-3/11.txt': 'alone',
  });
  const one = await loadLetters(root, 'rd17-3/9');
  assert.deepEqual(one.diagnostics, []);
  assert.deepEqual(
    one.letters.map(({ key }) => key),
    ['rd17-3/9'],
  );
  const files = async (key: string) =>
    (await loadLetters(root, key)).diagnostics.map(({ file, message }) => `${file} ${message}`);
  assert.match((await files('rd17-3/10')).join(), /^content\/rd17-3\/10\.md /);
  assert.match((await files('rd17-3/11')).join(), /11\.txt 旁边没有整理的文本/);
  assert.deepEqual(await files('rd17-3/99'), ['content/rd17-3/99.md 没有这份答复']);
});

test('no file under content is passed over in silence', async (context) => {
  const root = contentOf(context, {
    'rd17-3/9.md': SAMPLE,
    'rd17-3/9.txt': RECEIVED,
    'rd17-3/88.MD': SAMPLE,
    'rd17-3/89.md.txt': SAMPLE,
    'rd17-3/90.txt': RECEIVED,
    'rd17-3/more/91.md': SAMPLE,
    'rd17-3/92.md/x': '',
    '人大17-3/93.md': SAMPLE,
    '94.md': SAMPLE,
    'rd17-3/.DS_Store': '',
  });
  const files = (await loadLetters(root)).diagnostics.map(({ file }) =>
    file.replace(/^content\//, ''),
  );
  const expected =
    '94.md rd17-3/88.MD rd17-3/89.md.txt rd17-3/90.txt rd17-3/92.md rd17-3/more 人大17-3';
  assert.deepEqual(files.sort(), expected.split(' ').sort());
});

test('content without a letter is a mistake once the ledger records one', async (context) => {
  const ledger = (path: string) => formatLedgerFile([[path, new Map()]]);
  const empty = contentOf(context, { 'addresses/site.txt': ledger('about/') });
  assert.deepEqual((await loadLetters(empty)).diagnostics, []);
  const lost = contentOf(context, { 'addresses/rd17-3.txt': ledger('rd17-3/9/') });
  assert.match((await loadLetters(lost)).diagnostics[0]?.message ?? '', /一份答复也没有/);
});

test('what nobody can see in the received file is no difference', async (context) => {
  const root = contentOf(context, {
    'rd17-3/9.md': SAMPLE,
    'rd17-3/9.txt': RECEIVED.replace('西门桥', '西\u200B门\u00AD桥'),
  });
  assert.deepEqual((await loadLetters(root)).diagnostics, []);
});
