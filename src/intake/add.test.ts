import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addLetter } from './add.ts';
import { reportData, reportText } from './report.ts';
import { readEdition } from '../content/edition.ts';
import { letterText } from '../letter/text.ts';
import { readReceived } from '../received/index.ts';
import { outlineOf } from '../letter/outline.ts';
import { Unreadable } from '../received/unreadable.ts';
import { addCase, cases, NOW } from '../../tests/support/received.ts';
import { letters } from '../../tests/support/letters.ts';

test('there are letters of every kind of file', () => {
  const taken = cases.filter(({ expected }) => expected.exit !== 1);
  assert.ok(taken.length >= 30, String(taken.length));
  for (const ending of ['txt', 'md', 'docx'])
    assert.ok(
      taken.some(({ file }) => file.endsWith(`.${ending}`)),
      ending,
    );
});

for (const one of cases)
  test(`added: ${one.name}`, async () => {
    const { args: _, exit, what, ...expected } = one.expected;
    if (exit === 1) {
      await assert.rejects(
        addCase(one),
        (error) => error instanceof Unreadable && error.reason === what,
      );
      return;
    }
    const addition = await addCase(one);
    assert.deepEqual(reportData(addition), expected);
    assert.equal(addition.draft ? 2 : 0, exit);
    const report = reportText(addition);
    for (const { what } of addition.questions) assert.ok(report.includes(what), what);
    assert.doesNotMatch(report, /^ {2}(.+：)\1/m, 'a label is printed once');
    assert.match(report, /由负责的人审查：公开属性.*个人信息.*编者注.*\n$/);
  });

test('letter 273 comes out with the sections, facts and ids of its edition', async () => {
  const edited = letters.find(({ key }) => key === 'rd17-3/273')!;
  const bytes = readFileSync('content/rd17-3/273.txt');
  const { key, edition, draft } = await addLetter('273.txt', bytes, {}, NOW);
  const reading = await readReceived(bytes, 'txt');
  const { letter } = readEdition({
    key,
    edition: { file: `content/${key}.md`, text: edition },
    received: { file: `content/${key}.txt`, bytes, reading },
  });
  assert.equal(draft, false);
  assert.equal(key, edited.key);
  assert.deepEqual(outlineOf(letter!), outlineOf(edited));
  assert.deepEqual(letterText(letter!), letterText(edited));
  const facts = ['proposal', 'salutation', 'parts', 'signatories', 'date', 'copies'] as const;
  for (const fact of facts) assert.deepEqual(letter![fact], edited[fact], fact);
  assert.deepEqual(letter!.title.join(''), edited.title.join(''));
  assert.deepEqual(letter!.contact?.lines, edited.contact?.lines);
  assert.deepEqual(letter!.source.omitted, edited.source.omitted);
});
