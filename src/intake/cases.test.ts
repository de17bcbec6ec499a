import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { NOW } from '../../tests/support/received.ts';
import { readEdition } from '../content/edition.ts';
import { letterText } from '../letter/text.ts';
import { ENDINGS, readReceived } from '../received/index.ts';
import { Unreadable } from '../received/unreadable.ts';
import { addLetter, type Addition } from './add.ts';

/** The expectations of a file, described at the head of `expected.yaml`. */
interface Expected {
  exit: 0 | 1 | 2;
  title?: string;
  salutation?: string | null;
  signatories?: string[];
  date?: string | null;
  has?: string[];
  lacks?: string[];
  asks?: string[];
  tells?: string[];
  quiet?: true;
  omits?: string[];
  says?: string;
}

const FOLDER = 'tests/received';
const expectations = Object.entries<Expected>(
  parse(readFileSync(`${FOLDER}/expected.yaml`, 'utf8')),
);
/** The facts of d00-base.docx, which most other files share. */
const BASE = {
  title: '关于市八届人大二次会议第12号建议的答复',
  salutation: '王甲、赵丙代表：',
  signatories: ['清江市卫生健康局'],
  date: '2024年5月6日',
};

test('every file has its expectation, and every expectation its file', () => {
  assert.deepEqual(
    readdirSync(`${FOLDER}/files`).sort(),
    expectations.map(([file]) => file).sort(),
  );
});

/** The words of the letter, one fragment a line; the words of the Markdown if it cannot be read. */
async function wordsOf({ key, edition, received }: Addition, bytes: Uint8Array): Promise<string> {
  const ending = ENDINGS.find((one) => received.endsWith(`.${one}`))!;
  const { letter, draft } = readEdition({
    key,
    edition: { file: `content/${key}.md`, text: edition },
    received: { file: received, bytes, reading: await readReceived(bytes, ending) },
  });
  const read = letter ?? draft?.letter;
  return read
    ? letterText(read)
        .map(({ text }) => text)
        .join('\n')
    : edition;
}

const matches = (text: string, expressions: string[] = []) => {
  for (const expression of expressions) assert.match(text, new RegExp(expression, 'su'));
};

for (const [file, expected] of expectations)
  test(`received: ${file}`, async () => {
    const bytes = readFileSync(`${FOLDER}/files/${file}`);
    if (expected.exit === 1) {
      await assert.rejects(addLetter(file, bytes, {}, NOW), (error) => {
        assert.ok(error instanceof Unreadable, String(error));
        matches(`${error.reason}\n${error.help}`, [expected.says ?? '.']);
        return true;
      });
      return;
    }
    const addition = await addLetter(file, bytes, {}, NOW);
    const { found, questions } = addition;
    const asked = (blocking: boolean) =>
      questions
        .filter((question) => (question.blocking ?? false) === blocking)
        .map(({ where, what }) => `${where}：${what}`)
        .join('\n');
    assert.equal(addition.draft ? 2 : 0, expected.exit, asked(true));
    const { parts } = found;
    assert.deepEqual(
      {
        title: parts.title.join(''),
        salutation: parts.to.join('') || null,
        signatories: found.signatories,
        date: parts.date[0] ?? null,
      },
      {
        ...BASE,
        ...Object.fromEntries(Object.entries(expected).filter(([key]) => key in BASE)),
      },
    );
    const words = await wordsOf(addition, bytes);
    matches(words, expected.has);
    for (const expression of expected.lacks ?? [])
      assert.doesNotMatch(
        `${words}\n${addition.edition.split('\n---\n')[1]}`,
        new RegExp(expression, 'su'),
      );
    matches(asked(true), expected.asks);
    matches(asked(false), expected.tells);
    if (expected.quiet) assert.deepEqual(questions, []);
    matches(found.omitted.map(({ text }) => text).join('\n'), expected.omits);
  });
