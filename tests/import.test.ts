import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { additionOf } from '../src/import/add.ts';
import { asData, asText } from '../src/import/report.ts';
import { parseLetter } from '../src/letter/parse.ts';
import { pieces } from '../src/letter/pieces.ts';
import { readReceived } from '../src/received/index.ts';
import { outline } from '../src/letter/outline.ts';
import { Unreadable } from '../src/received/unreadable.ts';
import { addCase, cases, NOW } from './support/received.ts';
import { letters } from './support/site.ts';

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
        (error) => error instanceof Unreadable && error.what === what,
      );
      return;
    }
    const addition = await addCase(one);
    assert.deepEqual(asData(addition), expected);
    assert.equal(addition.draft ? 2 : 0, exit);
    const report = asText(addition);
    for (const { what } of addition.questions) assert.ok(report.includes(what), what);
  });

test('letter 273 comes out with the sections, facts and ids of its edition', async () => {
  const edited = letters.find(({ key }) => key === 'rd17-3/273')!;
  const bytes = readFileSync('content/rd17-3/273.txt');
  const { key, edition, draft } = await additionOf('273.txt', bytes, {}, NOW);
  const reading = await readReceived(bytes, 'txt');
  const { letter } = parseLetter(
    { file: `content/${key}.md`, bytes: new TextEncoder().encode(edition) },
    { file: `content/${key}.txt`, bytes, reading },
    key,
  );
  assert.equal(draft, false);
  assert.equal(key, edited.key);
  assert.deepEqual(outline(letter!), outline(edited));
  assert.deepEqual(pieces(letter!), pieces(edited));
  const facts = ['proposal', 'salutation', 'parts', 'signatories', 'date', 'copies'] as const;
  for (const fact of facts) assert.deepEqual(letter![fact], edited[fact], fact);
  assert.deepEqual(letter!.title.join(''), edited.title.join(''));
  assert.deepEqual(letter!.contact?.lines, edited.contact?.lines);
  assert.deepEqual(letter!.source.omitted, edited.source.omitted);
});
