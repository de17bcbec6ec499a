import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letter } from '../../tests/support/content.ts';
import { parse, RECEIVED, SAMPLE } from '../../tests/support/sample.ts';
import { bodyText, type Inline } from './body.ts';
import { crossReferences } from './cross-references.ts';
import type { Letter } from './letter.ts';

/** The sample as the reply to another proposal, with other words in its last paragraph. */
function letterOf(number: number, words = '感谢您的关注！'): Letter {
  const write = (text: string) => letter(number, text).replace('感谢您的关注！', words);
  const result = parse(write(SAMPLE), write(RECEIVED), `rd17-3/${number}`);
  assert.deepEqual(result.diagnostics, []);
  return result.letter!;
}
const other: Letter = { ...letterOf(7), docNumber: '某政发〔2019〕5号' };
const earlier: Letter = {
  ...other,
  key: 'rd17-2/8',
  docNumber: undefined,
  proposal: { ...other.proposal, session: 2, number: 8 },
};

/** The links of a letter's last paragraph: their words, and where they lead. */
function linksIn(words: string): string[] {
  const from = letterOf(9, words);
  const linked = crossReferences([other, from, earlier])(from);
  if (!linked) return [];
  assert.deepEqual(bodyText(linked), bodyText(from), 'no word changes');
  const [last] = linked.closing;
  return (last?.type === 'paragraph' ? last.content : []).flatMap((part: Inline) =>
    part.type === 'link' ? `${part.text} ${part.href}` : [],
  );
}

test('proposals of the same session that are published here become links', () => {
  assert.deepEqual(linksIn('另见第7号建议和第七号代表建议。'), [
    '第7号建议 ../../rd17-3/7/',
    '第七号代表建议 ../../rd17-3/7/',
  ]);
  assert.deepEqual(
    linksIn('第9号建议、第8号建议、第7号提案、第77号建议、第2007号建议、第6、7号建议、第7号文件。'),
    [],
  );
});

test('a session that the clause names is that of the proposal', () => {
  assert.deepEqual(linksIn('市十七届人大二次会议第8号建议已办结；第7号建议在办。'), [
    '第8号建议 ../../rd17-2/8/',
    '第7号建议 ../../rd17-3/7/',
  ]);
  assert.deepEqual(linksIn('市十六届人大一次会议第7号建议已办结。'), []);
  // Words of another session that do not name it.
  for (const words of ['2018年', '去年的', '上次会议', '省人大', '市政协十届二次会议'])
    assert.deepEqual(linksIn(`${words}第7号建议已办结。`), [], words);
  assert.equal(linksIn('2018年修路，第7号建议已办结。').length, 1);
});

test('document numbers become links however their brackets are written, without the words before', () => {
  assert.deepEqual(linksIn('根据某政发〔2019〕5号、某政发[2019]5号。'), [
    '某政发〔2019〕5号 ../../rd17-3/7/',
    '某政发[2019]5号 ../../rd17-3/7/',
  ]);
  assert.deepEqual(linksIn('根据某政办发〔2019〕5号、某政发〔2019〕15号。'), []);
});
