import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse as parseYaml, stringify } from 'yaml';
import { formatsOf } from '../../src/outputs/index.ts';
import { letterText } from '../../src/letter/text.ts';
import { formatReport } from '../../src/diagnostics.ts';
import type { Letter } from '../../src/letter/letter.ts';
import type { Site } from '../../src/content/site-schema.ts';
import { assertWords } from '../support/formats.ts';
import { isFull } from '../support/full.ts';
import {
  allElements,
  attribute,
  notOurs,
  readHtml,
  textOf,
  type Element,
} from '../support/html.ts';
import { astroBuild, copyProject, run, withoutTypst } from '../support/project.ts';
import { BUREAU, drafts, type Draft } from '../support/random.ts';
import { parse, RECEIVED, SAMPLE } from '../support/sample.ts';
import { bare } from '../support/site.ts';

/** The same letters on every run; a failure names the seed and the smallest letter that fails. */
const SEED = 273;
/** `npm run test:full` tries as many as it takes to meet rare combinations. */
const LETTERS = isFull ? 2000 : 160;
const site = {
  name: '站',
  url: new URL('http://localhost:4321/'),
  bureaus: [{ id: 'bad', name: BUREAU }],
  place: { city: '甲市', prefecture: '乙市', province: '丙省', areaCode: '0574' },
} as Site;

const accepted: { letter: Letter; draft: Draft }[] = [];
let refused = 0;

test(`${LETTERS} letters at random: each is read as received, or refused with reasons`, async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (make) => {
      const number = 1000 + accepted.length + refused;
      const draft = make(number);
      const { letter, diagnostics } = parse(draft.markdown, draft.received, `rd17-3/${number}`);
      if (letter) {
        accepted.push({ letter, draft });
        await checkLetter(letter, draft);
      } else {
        refused++;
        const lines = draft.markdown.split('\n').length;
        assert.ok(diagnostics.length > 0);
        for (const { file, line, message, help } of diagnostics) {
          assert.match(file, /^content\/rd17-3\/\d+\.(md|txt)$/);
          assert.ok(line >= 1 && line <= lines, `${line}: ${message}`);
          assert.match(message, /\p{Script=Han}/u);
          assert.match(help, /\p{Script=Han}/u);
        }
        assert.doesNotMatch(formatReport(diagnostics), /(?!\n)[\p{Cc}\p{Cf}]/u);
      }
    }),
    { seed: SEED, numRuns: LETTERS },
  );
  assert.ok(accepted.length > LETTERS / 4, `${accepted.length} were accepted`);
  assert.ok(refused > LETTERS / 4, `${refused} were refused`);
  for (const harm of ['<script>', '</script>', '" onload=', '&lt;', 'javascript:', ']]>'])
    assert.ok(
      accepted.filter(({ draft }) => draft.received.includes(harm)).length > LETTERS / 25,
      harm,
    );
});

/** An accepted letter says what was received, in every form. */
async function checkLetter(letter: Letter, { received }: Draft): Promise<void> {
  assert.equal(
    bare(
      letterText(letter)
        .map((piece) => piece.text)
        .join(''),
    ),
    bare(received),
  );
  // Typesetting a thousand PDFs would need minutes; round-trip.test.ts typesets some.
  for (const format of formatsOf(letter))
    if (format.words && format.mediaType !== 'application/pdf') {
      const content = Buffer.from(await format.render(letter, site, formatsOf(letter)));
      await assertWords(letter, format, content, bare(received));
      if (format.file.endsWith('.jsonld')) assert.ok(!content.includes('<'));
    }
}

/** The name of an element and of its attributes: `a`, `a href`. */
const marksOf = (element: Element) => [
  element.tagName,
  ...element.attrs.map(({ name }) => `${element.tagName} ${name}`),
];
/** The contents of scripts; without a type, those that run. */
const scriptsOf = (elements: Element[], type?: string) =>
  elements
    .filter((one) => one.tagName === 'script' && attribute(one, 'type') === type)
    .map((one) => textOf(one));

/** The Content-Security-Policy of a page. */
const policyOf = (elements: Element[]) =>
  attribute(
    elements.find((one) => attribute(one, 'http-equiv') === 'Content-Security-Policy')!,
    'content',
  );

test('all accepted letters in one build: no page has more than the templates give it', () => {
  const folder = copyProject();
  const content = (file: string) => join(folder, 'content', file);
  const words = parseYaml(readFileSync(content('site.yaml'), 'utf8'));
  words.bureaus.push(...site.bureaus, { id: 'sample', name: '某某局' });
  writeFileSync(content('site.yaml'), stringify(words));
  /** Writes the sample, without some of its lines, as the letter of a proposal; returns its key. */
  const writeSample = (number: number, left: RegExp): string => {
    for (const [ending, text] of [
      ['md', SAMPLE],
      ['txt', RECEIVED],
    ] as const) {
      const own = text.replace('第9号', `第${number}号`).replace('number: 9', `number: ${number}`);
      writeFileSync(content(`rd17-3/${number}.${ending}`), own.replaceAll(left, ''));
    }
    return `rd17-3/${number}`;
  };
  const TABLE = /^(\||桥 长|东门桥 30).*\n/gm;
  const SUB_HEADING = /^.*（一）东门\n/gm;
  // What a page includes depends on tables and sub-headings.
  const samples = [/(?!)/g, TABLE, SUB_HEADING].map((left, at) => writeSample(9 - at, left));
  for (const { letter, draft } of accepted) {
    writeFileSync(content(`${letter.key}.md`), draft.markdown);
    writeFileSync(content(`${letter.key}.txt`), draft.received);
  }
  const { status, output } = run(folder, astroBuild, withoutTypst);
  assert.equal(status, 0, output.slice(-2000));

  const pageOf = (key: string) =>
    readHtml(readFileSync(join(folder, 'dist', key, 'index.html'), 'utf8'));
  const examples = ['rd17-3/273', ...samples].map((key) => allElements(pageOf(key)));
  const policies = new Set(examples.map(policyOf));
  const known = examples.flat();
  const marks = new Set(known.flatMap(marksOf));
  const scripts = new Set(scriptsOf(known));
  for (const { letter, draft } of accepted) {
    const page = pageOf(letter.key);
    const elements = allElements(page);
    assert.ok(policies.has(policyOf(elements)), letter.key);
    assert.equal(bare(notOurs(page)), bare(draft.received), letter.key);
    const added = elements.flatMap(marksOf).filter((mark) => !marks.has(mark));
    assert.deepEqual(added, [], letter.key);
    assert.ok(
      scriptsOf(elements).every((script) => scripts.has(script)),
      letter.key,
    );
    for (const href of elements.flatMap((one) => attribute(one, 'href') ?? []))
      assert.match(
        href,
        /^(?:[/#]|https?:\/\/|mailto:|tel:\+86\d+$|manifest-sha256\.txt$)/,
        letter.key,
      );
    const [data = ''] = scriptsOf(elements, 'application/ld+json');
    const graph: { name?: string; description?: string }[] = JSON.parse(data)['@graph'];
    assert.equal(graph[1]?.description, letter.summary);
    const described = elements.find((one) => attribute(one, 'name') === 'description');
    assert.equal(attribute(described!, 'content'), letter.summary);
  }
});
