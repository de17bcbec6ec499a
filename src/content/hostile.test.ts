import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadLetters } from './letters.ts';
import { loadContent } from './load.ts';
import { contentOf } from '../../tests/support/content.ts';
import { parse, RECEIVED, SAMPLE } from '../../tests/support/sample.ts';

const DEEP = 100_000;
const inBody = (words: string) => SAMPLE.replace('西门桥开工。', () => words);
const inFacts = (words: string) => SAMPLE.replace('keywords: [桥梁]', () => words);
const indented = (mark: string) =>
  Array.from({ length: 500 }, (_, depth) => ' '.repeat(4 * depth) + mark).join('\n\n');

/** Inputs that would exhaust a parser's stack, memory or time. */
const HOSTILE: [what: string, markdown: string, message: RegExp][] = [
  ['quotations', inBody(`${'>'.repeat(DEEP)}甲`), /符号 > 有 100000 个|超过 20000 字/],
  ['quotations, fewer', inBody(`${'> '.repeat(900)}甲`), /一层套一层/],
  ['brackets', inBody('['.repeat(DEEP)), /符号 \[ 有/],
  ['links', inBody('[甲]('.repeat(DEEP)), /符号 \[ 有/],
  ['emphasis', inBody('*甲_乙'.repeat(DEEP)), /符号 \* 有/],
  ['lists in one line', inBody(`${'- '.repeat(250)}甲`), /一层套一层/],
  ['numbered lists in one line', inBody(`${'1. '.repeat(5000)}甲`), /一层套一层/],
  ['lists in lists', inBody(indented('- 甲')), /行首的空格超过/],
  ['notes in notes', SAMPLE + indented('[^甲]: 乙'), /行首的空格超过/],
  ['references to notes', inBody('[^bridge]'.repeat(DEEP)), /符号 \[ 有/],
  ['notes', SAMPLE + '[^x]: 甲\n\n'.repeat(DEEP), /超过 5000 行/],
  ['HTML', inBody('<div>'.repeat(DEEP)), /符号 < 有/],
  ['headings', inBody('## 甲\n\n'.repeat(DEEP)), /超过 5000 行/],
  ['spaces', inBody(`甲${' '.repeat(DEEP)}乙`), /超过 20000 字/],
  ['hidden characters', inBody('甲\u200B\n'.repeat(1000)), /U\+200B/],
  ['unclosed marks', inBody('（'.repeat(10_000)), /“（”没有成对/],
  ['YAML sequences', inFacts(`keywords: ${'['.repeat(DEEP)}`), /符号 \[ 有/],
  ['YAML sequences, fewer', inFacts(`keywords: ${'['.repeat(900)}`), /格式有误|缩进不齐|太深/],
  ['YAML maps', inFacts(`keywords: ${'{a: '.repeat(DEEP)}`), /符号 \{ 有/],
  ['YAML keys', inFacts('? '.repeat(DEEP)), /符号 \? 有/],
  ['YAML tags', inFacts(`keywords: ${'!a '.repeat(DEEP)}`), /符号 ! 有/],
  ['YAML anchors', inFacts(`keywords: ${'&a '.repeat(DEEP)}`), /符号 & 有/],
  ['a million facts', inFacts('k: 1\n'.repeat(1e6)), /超过 5000 行/],
  ['a long date', SAMPLE.replace('edtf: 2019-05-06', `edtf: '${'2019/'.repeat(3000)}'`), /EDTF/],
];
for (const [what, markdown, message] of HOSTILE)
  test(`refused before it can do harm: ${what}`, { timeout: 60_000 }, () => {
    const { letter, diagnostics } = parse(markdown);
    assert.equal(letter, undefined);
    assert.match(diagnostics.map((problem) => problem.message).join('\n'), message);
    assert.ok(diagnostics.length < 100, 'a clerk can read the list');
  });

const bomb = ['a: &a [甲, 甲]'];
for (let depth = 1; depth < 26; depth++) {
  const [name, before] = [depth + 1, depth].map((at) => String.fromCharCode(96 + at));
  bomb.push(`${name}: &${name} [*${before}, *${before}]`);
}
const TRICKS: [what: string, facts: string, message: RegExp][] = [
  ['anchors that explode', `${bomb.join('\n')}\nkeywords: [*z]`, /缺少/],
  ['an anchor within itself', 'keywords: &a [*a]', /关键词/],
  ['a prototype', '__proto__: {polluted: true}\nkeywords: [甲]', /没有名为 __proto__/],
  [
    'a constructor',
    'constructor: {prototype: {polluted: true}}\nkeywords: [甲]',
    /没有名为 constr/,
  ],
  ['a merge', 'base: &b {summary: 乙}\n<<: *b\nkeywords: [甲]', /没有名为 base、<</],
  ['code', 'keywords: !!js/function "() => 1"', /关键词/],
  ['binary data', 'keywords: [!!binary aGVsbG8=]', /关键词/],
  ['a second document', 'keywords: [甲]\n...\n%YAML 1.1\n', /格式有误/],
];
for (const [what, facts, message] of TRICKS)
  test(`refused in the facts: ${what}`, { timeout: 60_000 }, () => {
    const { letter, diagnostics } = parse(inFacts(facts));
    assert.equal(letter, undefined);
    assert.match(diagnostics.map((problem) => problem.message).join('\n'), message);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

const LETTER = { 'rd17-3/9.md': SAMPLE, 'rd17-3/9.txt': RECEIVED };
const problemsOf = async (root: string) =>
  (await loadLetters(root)).diagnostics.map(({ file, message }) => `${file} ${message}`).join('\n');

test('a file of 50 MB is refused unread', async (context) => {
  const root = contentOf(context, LETTER);
  for (const name of ['9.md', '9.txt', '9.figures.yaml']) {
    const file = join(root, 'content/rd17-3', name);
    writeFileSync(file, '');
    // A sparse file: reading it would still need 50 MB.
    truncateSync(file, 50_000_000);
  }
  for (const name of ['9.md', '9.txt', '9.figures.yaml'])
    assert.match(await problemsOf(root), new RegExp(`${name} 文件有 50 MB`));
});

test('a link to a file elsewhere is refused, and so is a folder that is one', async (context) => {
  const root = contentOf(context, LETTER);
  rmSync(join(root, 'content/rd17-3/9.txt'));
  symlinkSync('/etc/passwd', join(root, 'content/rd17-3/9.txt'));
  symlinkSync('/etc', join(root, 'content/rd17-4'));
  assert.match(await problemsOf(root), /9\.txt 不是普通的文件/);
  assert.match(await problemsOf(root), /rd17-4 不认识的文件或文件夹/);
});

test('names that would be another path, or command the terminal, are refused', async (context) => {
  const names = [
    'x..%2f9.md',
    'x\\..\\9.md',
    '２７３.md',
    '9.md\u202E',
    '\u001B[2J.md',
    '9 .md',
    '-1.md',
  ];
  const root = contentOf(context, LETTER);
  for (const name of names) writeFileSync(join(root, 'content/rd17-3', name), SAMPLE);
  mkdirSync(join(root, 'content/RD17-3'));
  const found = await problemsOf(root);
  for (const name of names) assert.ok(found.includes(`${name} 文件名不能作地址`), name);
  await assert.rejects(
    loadContent(root),
    ({ message }: Error) => !/[\u001B\u202E]/.test(message) && message.includes('9 .md'),
  );
});

test('the pages and the site are as strict: links, tags, hidden characters, depth', async (context) => {
  const page = (words: string) =>
    `---\ntitle: 站\ndescription: 说\nupdated: 2026-11-23\n---\n\n${words}\n`;
  const root = contentOf(context, {
    ...LETTER,
    'pages/about.md': page(
      '[甲](JaVaScRiPt:alert)\n\n[乙](data:text/html,x)\n\n[丙]\n\n[丙]: vbscript:x',
    ),
    'pages/index.md': page('甲&#x202E;乙\n\n<b onclick=x>丙</b>'),
    'pages/404.md': page('['.repeat(DEEP)),
    'site.yaml': 'name: "甲\\u202E乙"\nplace: {city: 甲\u200B市}\n',
  });
  const message = await loadContent(root).then(() => '', String);
  for (const expected of [
    /about\.md:7 .*JaVaScRiPt/,
    /about\.md:9 .*data:text/,
    /about\.md:13 .*vbscript/,
    /index\.md:7 .*U\+202E/,
    /index\.md:9 .*HTML/,
    /404\.md:7 .*符号 \[/,
    /site\.yaml:2 .*U\+200B/,
  ])
    assert.match(message, expected);
});
