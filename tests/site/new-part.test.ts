import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pdfWords } from '../../src/outputs/pdf/read.ts';
import { copyProject, keepLetter273, quickly, run } from '../support/project.ts';

const PRINTED = '紧急程度：特急';
const RECEIVED = `对市十七届人大三次会议第9号建议的答复
张三代表：
您提出的《关于修桥的建议》收悉。现答复如下：
一、已经做的
修好了东门桥。
感谢您的关注！
某某局
2019年5月6日
${PRINTED}
（此件公开发布）
`;

/** A part of a letter that has no entry in the registry yet. */
const ENTRY = `  urgency: part({
    fields: {
      urgency: text({ label: '紧急程度', example: '${PRINTED}', guide: '紧急程度，照原文' }).optional(),
    },
    text: ({ urgency }) => (urgency === undefined ? [] : [urgency]),
    layout: 'right-line',
  }),
`;
/** The row by which `npm run add` recognises it. */
const RULE = `  {
    zone: 'end',
    becomes: { part: 'urgency' },
    matches: ({ folded }) => /^紧急程度[：:]/.test(folded),
  },
`;

const folder = copyProject();
keepLetter273(folder);

/** Inserts lines into a file of the copy, above the first occurrence of `before`. */
function insert(file: string, before: string, lines: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(before), `${file} has no ${before}`);
  writeFileSync(
    path,
    text.replace(before, () => lines + before),
  );
}

test('a printed part is added by one entry, and a row for npm run add', async () => {
  insert('src/letter/parts.ts', '  remarks: part({', ENTRY);
  insert(
    'src/intake/classify/part-rules.ts',
    "  {\n    zone: 'end',\n    becomes: { part: 'remarks' }",
    RULE,
  );
  writeFileSync(join(folder, 'received.txt'), RECEIVED);
  const added = run(folder, ['scripts/add.ts', 'received.txt']);
  assert.equal(added.status, 0, added.output);
  assert.match(added.stdout, /^ {2}紧急程度：特急$/m);
  const file = (name: string) => join(folder, name);
  const edition = readFileSync(file('content/rd17-3/9.md'), 'utf8');
  assert.match(edition, /^urgency: 紧急程度：特急\nremarks:\n {2}- （此件公开发布）$/m);
  // The same above the title, as letters print it too.
  const above = edition
    .replace('number: 9', 'number: 8')
    .replace(/^summary/m, 'order: [urgency, title, to, body, sign, date, remarks]\nsummary');
  writeFileSync(file('content/rd17-3/8.md'), above.replaceAll('第9号', '第8号'));
  const moved = RECEIVED.replace(`${PRINTED}\n`, '').replace('第9号', '第8号');
  writeFileSync(file('content/rd17-3/8.txt'), `${PRINTED}\n${moved}`);

  const built = run(folder, ['scripts/build.ts'], quickly);
  assert.equal(built.status, 0, built.output);
  for (const number of [9, 8]) {
    const read = (name: string) => readFileSync(file(`dist/rd17-3/${number}/${name}`));
    assert.match(read('index.html').toString(), /<p id="?urgency"?[^>]*>紧急程度：特急<\/p>/);
    assert.match(read('letter.txt').toString(), /^紧急程度：特急$/m);
    assert.match(await pdfWords(read(`rd17-3-${number}.pdf`)), /紧急程度：特急/);
  }
  const page = readFileSync(file('dist/rd17-3/8/index.html'), 'utf8');
  assert.ok(page.indexOf(PRINTED) < page.indexOf('<h1'), 'above the title');

  writeFileSync(file('content/rd17-3/9.md'), edition.replace(PRINTED, '紧急程度：平急'));
  const refused = run(folder, ['scripts/check.ts']);
  assert.equal(refused.status, 1, refused.output);
  assert.match(
    refused.output,
    /与收到的原文不同[\s\S]*收到的原文.*【特】[\s\S]*本站的文本.*【平】/,
  );
  writeFileSync(file('content/rd17-3/9.md'), edition);
});

test('a part without a layout is refused by the types', () => {
  const path = join(folder, 'src/letter/parts.ts');
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, whole.replace(/(urgency === undefined .*\n) {4}layout: .*\n/, '$1'));
  // That file alone, with what it imports.
  const config = { extends: './tsconfig.json', include: ['src/letter/parts.ts'] };
  writeFileSync(join(folder, 'tsconfig.part.json'), JSON.stringify(config));
  const tsc = ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.part.json'];
  assert.match(run(folder, tsc).output, /Property 'layout' is missing/);
});
