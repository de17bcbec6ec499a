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
import { RECEIVED } from '../../tests/support/sample.ts';
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

test('personal data is asked about with its line and words; while it is unanswered, no letter comes of it', async () => {
  const planted: [words: string, kind: string, from?: string][] = [
    ['33022219600101001X', '身份证号'],
    ['138 0013 8000', '手机号', '63810000'],
    ['6222020200112233446', '银行卡号', '30米'],
    ['护照号码E12345678', '护照号', '今年完工'],
    ['zhangsan@qq.com', '电子邮箱', '- 1 -'],
    ['住甲村12号', '住址', '李四'],
    ['浙B12345', '车牌号', '感谢您的关注'],
  ];
  for (const [words, kind, from = '西门桥开工'] of planted) {
    const text = RECEIVED.replace(from, kind === '住址' ? `李四${words}` : words);
    const line = text.split('\n').findIndex((row) => row.includes(words)) + 1;
    const bytes = Buffer.from(text);
    const { key, edition, draft, questions } = await addLetter('9.txt', bytes, {}, NOW);
    const found = questions.filter(({ what }) => what.includes(`像是个人信息（${kind}）`));
    assert.ok(draft && found.length === 1, words);
    assert.match(found[0]!.where, new RegExp(`第 ${line} 行`));
    const asked = /^draft: true\nquestions:\n(?: .*\n)+/m;
    const published = { file: `content/${key}.md`, text: edition.replace(asked, '') };
    const reading = await readReceived(bytes, 'txt');
    const received = { file: `content/${key}.txt`, bytes, reading };
    const result = readEdition({ key, edition: published, received });
    assert.equal(result.letter, undefined, words);
    assert.match(result.diagnostics.map(({ message }) => message).join('\n'), new RegExp(kind));
  }
});
