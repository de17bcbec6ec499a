import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { findExcess } from '../src/content/limits.ts';
import { findDisclosureMarks } from '../src/disclosure/marks.ts';
import { findPersonalData } from '../src/disclosure/personal-data.ts';
import { classify } from '../src/intake/classify.ts';
import { requireLetter } from '../src/intake/kind.ts';
import { foldText } from '../src/language/fold.ts';
import { visibleText } from '../src/language/hidden.ts';
import { findSessionMentions, mentionsNumber } from '../src/language/mentions.ts';
import { splitNumbers } from '../src/language/numbers-with-units.ts';
import {
  furnitureOfDate,
  isDocumentNumber,
  isPageNumber,
  pageNumberWithin,
  titleLabel,
} from '../src/language/page-furniture.ts';
import { unpairedMarks } from '../src/language/pairs.ts';
import { splitTelephoneNumbers } from '../src/language/telephone.ts';
import { readMarkdown } from '../src/markdown.ts';
import { compareReadings, countText } from '../src/received/count/index.ts';
import { wordsOfHtml } from '../src/received/html-words.ts';
import { readText } from '../src/received/index.ts';
import { limitText } from '../src/received/limits.ts';
import { markTables } from '../src/received/lines.ts';
import { textLines } from '../src/received/text-lines.ts';
import { isFull } from './support/full.ts';

/** The most times that the time may grow while the input doubles: twice, and what a machine adds by chance. */
const MOST_GROWTH = 3;
/** The number of times that the input is doubled: with more of them, chance matters less. */
const DOUBLINGS = 2;
/** Milliseconds that no input takes whose time grows as its length. */
const INSTANT = 6;
/** The lengths of the inputs, in characters: of a long line, of a text of many lines, and of a line of Markdown. */
const [LINE, TEXT, PARSED] = [6000, 20_000, 1500];

/** Words that recur in hostile input: those at which an expression may begin to search. */
const SEEDS =
  '甲|1|０|2019年|一、|、|，|。 |年|市|县市|第1号|您是第|您提交|建议|关于|代表：|联系人|附件1|位置|首页|届|路1号|（|（公开|《|《a|“|[|〔|>|<a>|-|*|**a|_|`a|·|a|a.|a@|0-|1,|https://a.|<title '
    .split('|')
    .concat(' ', '\t', '　', '|', '|-', '甲 ');

/** The processor time that this process has used, in milliseconds; what other programs use does not count. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * The least processor time of a few runs of each work, in milliseconds. The works take turns, so that a busy moment
 * of the machine falls on all of them.
 */
function leastTimes(works: (() => void)[], runs: number): number[] {
  const times = works.map(() => Infinity);
  for (let run = 0; run < runs; run++)
    for (const [index, work] of works.entries()) {
      const before = processorTime();
      work();
      times[index] = Math.min(times[index]!, processorTime() - before);
    }
  return times;
}

/**
 * Returns true if the time of `work` more than triples with each doubling of its input, which is in the end
 * twice `length` characters.
 */
function growsTooFast(work: (text: string) => void, seed: string, length: number): boolean {
  const works = [2 ** (1 - DOUBLINGS), 2].map((factor) => {
    const text = seed.repeat(Math.ceil((factor * length) / seed.length));
    return () => work(text);
  });
  if (leastTimes([works[1]!], 1)[0]! < INSTANT) return false;
  // More runs, if a few suggest it.
  return [5, 15, 45].every((runs) => {
    const [part, whole] = leastTimes(works, runs);
    return whole! > INSTANT && whole! > MOST_GROWTH ** DOUBLINGS * part!;
  });
}

/** The regular expressions that a source file writes out, with their lines. */
function expressionsOf(file: string): { at: string; expression: RegExp }[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: { at: string; expression: RegExp }[] = [];
  const visit = (node: ts.Node): void => {
    const [, pattern = '', flags = ''] = ts.isRegularExpressionLiteral(node)
      ? /^\/(.*)\/(\w*)$/su.exec(node.text)!
      : [];
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    if (pattern !== '')
      found.push({ at: `${file}:${line + 1}`, expression: new RegExp(pattern, flags) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** An ordinary run tries every third seed; what is tried next takes others. */
const seedsAt = (turn: number) => SEEDS.filter((_, index) => isFull || (index + turn) % 3 === 0);

test('no expression of a recogniser takes more than three times as long for a line twice as long', () => {
  const expressions = globSync('src/{received,language,intake,disclosure}/**/*.ts')
    .filter((file) => !file.includes('.test.'))
    .flatMap(expressionsOf);
  assert.ok(expressions.length > 300);
  for (const [turn, { at, expression }] of expressions.entries())
    for (const seed of seedsAt(turn)) {
      const use = (text: string) =>
        void (expression.global ? text.replaceAll(expression, '') : expression.test(text));
      assert.ok(!growsTooFast(use, seed, LINE), `${at} ${expression} on ${JSON.stringify(seed)}`);
    }
});

const readingOf = (text: string) => ({
  encoding: 'UTF-8',
  lines: textLines(text),
  lost: [],
  differences: [],
  asides: [],
  traces: [],
});
const ignore = (work: () => void) => {
  try {
    work();
  } catch {
    // A refusal.
  }
};

/** Recognisers of one line, whatever its length. */
const OF_LINES: Record<string, (line: string) => unknown> = {
  findPersonalData,
  findSessionMentions,
  foldText,
  furnitureOfDate,
  isDocumentNumber,
  isPageNumber,
  mentionsNumber: (line) => mentionsNumber(line, 12),
  pageNumberWithin,
  splitNumbers,
  splitTelephoneNumbers: (line) => splitTelephoneNumbers(line, '0574'),
  titleLabel,
  unpairedMarks,
  visibleText,
  wordsOfHtml,
};
/** Recognisers of a whole file. */
const OF_FILES: Record<string, (text: string) => unknown> = {
  classify: (text) => classify(readingOf(text)),
  compareReadings: (text) => compareReadings(countText(text), textLines(text)),
  findDisclosureMarks: (text) => findDisclosureMarks(text.split('\n')),
  limitText,
  markTables: (text) => markTables(text.split('\n')),
  requireLetter,
  textLines,
};
for (const [turn, [name, recogniser]] of Object.entries(OF_LINES).entries())
  test(`${name} takes at most three times as long for a line twice as long`, () => {
    for (const seed of seedsAt(turn))
      assert.ok(!growsTooFast((line) => ignore(() => recogniser(line)), seed, LINE), seed);
  });
for (const [name, recogniser] of Object.entries(OF_FILES))
  test(`${name} takes at most three times as long for a file twice as long`, () => {
    for (const seed of SEEDS.filter((_, index) => index % 6 === 0)) {
      const line = `${seed.repeat(Math.ceil(200 / seed.length))}\n`;
      assert.ok(!growsTooFast((text) => ignore(() => recogniser(text)), line, TEXT), seed);
    }
  });

/** Signs that Markdown and HTML read, which recur in hostile input. */
const MARKDOWN_SEEDS =
  '&|&amp;|\\|](|(|[a]|[a]: b\n|![|<a |<!--|<br>|``|~~|__|^|$|#|=|+ |1. |> |    |www.a.|a@b.|:|甲|\t|- a\n  '
    .split('|')
    .concat('|', '|-', '\n', '甲\n', '甲\n\n', '| 甲 | 乙 |\n');
const TABLE = '| a | b |\n| - | - |\n';
/** What parses Markdown, each after the limits that are before it. */
const PARSERS: Record<string, (text: string) => unknown> = {
  'a received file of Markdown': (text) => readText(new TextEncoder().encode(text), 'source.md'),
  'the Markdown of an edition': (text) =>
    findExcess(text, 'a.md').length === 0 && readMarkdown(text),
};
for (const [name, parse] of Object.entries(PARSERS))
  test(`${name} is refused, or takes at most three times as long if it is twice as long`, () => {
    for (const seed of MARKDOWN_SEEDS.filter((_, index) => isFull || index % 4 === 0))
      for (const start of isFull ? ['', '甲\n\n', TABLE] : [TABLE])
        assert.ok(
          !growsTooFast((text) => ignore(() => parse(start + text)), seed, PARSED),
          JSON.stringify([start, seed]),
        );
  });
