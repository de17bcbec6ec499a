import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { paragraph, run, wordParts } from '../../../tests/support/word.ts';
import { visibleText } from '../../language/hidden.ts';
import { readArchive } from '../archive.ts';
import { decodeText } from '../decode.ts';
import { readReceived, readText } from '../index.ts';
import { Unreadable } from '../unreadable.ts';
import { readWord } from '../word.ts';
import { compareReadings, type Difference } from './compare.ts';
import { editScript } from './edit-script.ts';
import type { SecondReading } from './occurrence.ts';
import { OpenPackage } from './package.ts';
import { countMarkdown, countText, withoutRules } from './text.ts';
import { countWord } from './word.ts';

/** Every Word file at hand that can be read. */
const files = [
  ...readdirSync('tests/import').map((name) => `tests/import/${name}/received.docx`),
  ...readdirSync('tests/received/files').map((name) => `tests/received/files/${name}`),
].filter((file) => file.endsWith('.docx') && existsSync(file));

interface Read {
  file: string;
  second: SecondReading;
  lines: { text: string }[];
}
const reads: Read[] = [];
for (const file of files) {
  const bytes = readFileSync(file);
  try {
    const { lines } = await readReceived(bytes, 'docx');
    const second = countWord(new OpenPackage(await readArchive(bytes)));
    if (second.occurrences.some(({ running }) => running)) reads.push({ file, lines, second });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
}

/** A sequence of numbers from 0 to 1 that looks random and is the same on each run. */
function* seeded(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

test('words dropped from any reading are missed, 200 of 200 times', () => {
  const random = seeded(20260706);
  const pick = <T>(all: T[]): T => all[Math.floor(random.next().value! * all.length)]!;
  const inShort = (all: Difference[]) =>
    JSON.stringify(all.map(({ in: kind, words }) => [kind, words]));
  assert.ok(reads.length > 80);
  let missed = 0;
  for (let time = 0; time < 200; time++) {
    const { file, second, lines } = pick(reads);
    const text = lines.map((line) => visibleText(line.text)).join('');
    const words = pick(
      second.occurrences.filter(
        (one) => one.running && !one.sign && text.includes(visibleText(one.words) || '\n'),
      ),
    ).words;
    const at = text.indexOf(visibleText(words));
    const dropped = text.slice(0, at) + text.slice(at + visibleText(words).length);
    const before = inShort(compareReadings(second, lines));
    const after = inShort(compareReadings(second, [{ text: dropped }]));
    if (before !== after) missed++;
    else assert.fail(`${file}: ${words}`);
  }
  assert.equal(missed, 200);
});

test('a word dropped from the reading of any text is missed, 200 of 200 times', () => {
  const random = seeded(20261128);
  const pick = <T>(all: T[]): T => all[Math.floor(random.next().value! * all.length)]!;
  const texts = globSync(['tests/import/*/received.{txt,md}', 'tests/received/files/*.{txt,md}'])
    .sort()
    .flatMap((file): { file: string; text: string; lines: { text: string }[] }[] => {
      const bytes = readFileSync(file);
      try {
        const { lines } = readText(bytes, file.endsWith('.md') ? 'source.md' : 'txt');
        const hasWords = lines.some((line) => /[\p{L}\p{N}]/u.test(line.text));
        return hasWords ? [{ file, text: decodeText(bytes)!.text, lines }] : [];
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        return [];
      }
    });
  assert.ok(texts.length > 150, String(texts.length));
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  for (let time = 0; time < 200; time++) {
    const { file, text, lines } = pick(texts);
    const { index, segment } = pick(
      lines.flatMap(({ text: line }, at) =>
        [...words.segment(line)]
          .filter(({ segment: word }) => /[\p{L}\p{N}]/u.test(word))
          .map((one) => ({ ...one, index: [at, one.index] as const })),
      ),
    );
    const [dropped, from] = index;
    const left = lines.map((line, at) =>
      at === dropped
        ? { text: line.text.slice(0, from) + line.text.slice(from + segment.length) }
        : line,
    );
    const counted = file.endsWith('.md') ? countMarkdown(text) : countText(text);
    const read = (all: { text: string }[]) =>
      compareReadings(
        counted,
        file.endsWith('.md') ? all : all.map((line) => ({ text: withoutRules(line.text) })),
      ).length;
    assert.ok(read(left) > read(lines), `${file}: ${segment}`);
  }
});

/** The differences of a body and what was read of it. */
const compared = (body: string, ...lines: string[]) =>
  compareReadings(
    countWord(new OpenPackage(wordParts(body))),
    lines.map((text) => ({ text })),
  ).map(({ in: kind, words, after, reading }) =>
    [kind, words, after, typeof reading === 'string' ? reading : `→${reading.other}`].join('|'),
  );

test('white space, hidden characters and the division into lines are no difference', () => {
  assert.deepEqual(compared(paragraph('甲 乙') + paragraph('丙\u200B'), '甲', '乙丙'), []);
});

test('a difference says what is missing, after which words, and what stands there instead', () => {
  const body = paragraph(run('新增') + run('三十') + run('处。')) + paragraph('村村通');
  assert.deepEqual(compared(body, '新增三十处。', '村村通'), []);
  assert.deepEqual(compared(body, '新增处。', '村村通'), ['正文|三十|新增|nothing']);
  assert.deepEqual(compared(body, '新增二十处。', '村村通'), ['正文|三|新增|→二']);
  assert.deepEqual(compared(body, '新增三十多处。', '村村通'), ['正文||新增三十|→多']);
  assert.deepEqual(compared(body, '新增三十处。', '村通'), ['正文|村|新增三十处。|nothing']);
  assert.deepEqual(compared(body, '另一份文件'), [
    '正文|新增三十处。||→另一份文件',
    '正文|村村通||nothing',
  ]);
});

test('words that repeat those beside them are named as the file divides them', () => {
  const body = paragraph(run('二〇二四年') + run('二〇二四年五月') + run('二〇二四年'));
  assert.deepEqual(compared(body, '二〇二四年二〇二四年'), [
    '正文|二〇二四年五月|二〇二四年|nothing',
  ]);
  assert.deepEqual(compared(body, '二〇二四年五月二〇二四年'), ['正文|二〇二四年||nothing']);
});

test('a sign may be read as a sign, and as nothing else', () => {
  const ticked = paragraph(
    run('结果：') + run('R', '<w:rFonts w:ascii="Wingdings 2"/>') + run('已解决'),
  );
  assert.deepEqual(compared(ticked, '结果：☑已解决'), []);
  assert.deepEqual(compared(ticked, '结果：R已解决'), ['符号|Wingdings 2 字体的“R”|结果：|→R']);
  const check = paragraph(run('结果：') + run('ü', '<w:rFonts w:ascii="Wingdings"/>'));
  assert.deepEqual(compared(check, '结果：ü'), ['符号|Wingdings 字体的“ü”|结果：|→ü']);
  assert.deepEqual(readWord(wordParts(check)), [{ text: '结果：✓' }]);
  assert.deepEqual(compared(ticked, '结果：已解决'), ['符号|Wingdings 2 字体的“R”|结果：|nothing']);
  const field = (instruction: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const circled = paragraph(
    run('新增') + field('EQ \\o\\ac(○,1)') + field('EQ \\o\\ac(○,2)') + run('号'),
  );
  assert.deepEqual(compared(circled, '新增①②号'), []);
  assert.deepEqual(compared(circled, '新增①号').length, 1);
  assert.deepEqual(compared(circled, '新增12号').length, 2);
  const spelt = paragraph(run('在') + field('EQ \\o\\ad(\\s\\up 9(hóng),洪)') + run('山镇'));
  assert.deepEqual(compared(spelt, '在洪山镇'), ['注音|hóng|在|nothing']);
  assert.deepEqual(compared(spelt, '在山镇').length, 2);
});

test("words that the file shows otherwise are differences, each paragraph's together", () => {
  const body = paragraph(
    run('甲', '<w:strike/>') +
      run('乙', '<w:strike/>') +
      run('丙') +
      `<w:del>${'<w:r><w:delText>丁</w:delText></w:r>'}</w:del>`,
  );
  assert.deepEqual(compared(body, '甲乙丙'), ['删除线|甲乙||same', '修订|丁|甲乙丙|nothing']);
  const hidden = paragraph(run('密', '<w:vanish/>')) + paragraph('甲');
  assert.deepEqual(compared(hidden, '密', '甲'), ['隐藏文字|密||same']);
});

test('the fewest edits that make one text of another', () => {
  const text = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (source, read) => {
      const hunks = editScript(source, read)!;
      let made: string[] = [];
      let at = 0;
      for (const { from, to, readFrom, readTo } of hunks) {
        made = [...made, ...source.slice(at, from), ...read.slice(readFrom, readTo)];
        at = to;
      }
      assert.deepEqual([...made, ...source.slice(at)], read);
      const edits = hunks.reduce(
        (sum, { from, to, readFrom, readTo }) => sum + to - from + readTo - readFrom,
        0,
      );
      assert.equal(edits, shortest(source, read));
    }),
  );
  assert.equal(editScript([...'甲'.repeat(3000)], []), undefined);
});

/** The length of the shortest edit, by the table of longest common subsequences. */
function shortest(a: string[], b: string[]): number {
  const table = [new Array<number>(b.length + 1).fill(0)];
  for (const one of a) {
    const last = table.at(-1)!;
    const row = [0];
    b.forEach((other, at) =>
      row.push(one === other ? last[at]! + 1 : Math.max(last[at + 1]!, row[at]!)),
    );
    table.push(row);
  }
  return a.length + b.length - 2 * table.at(-1)!.at(-1)!;
}
