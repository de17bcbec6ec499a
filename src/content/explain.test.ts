import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'astro/zod';
import { isFull } from '../../tests/support/full.ts';
import { parse, SAMPLE } from '../../tests/support/sample.ts';
import { draftSchema, factsSchema } from '../letter/schema/letter.ts';
import { figuresSchema } from '../letter/schema/figures.ts';
import { readYaml } from './front-matter.ts';
import { pageSchema, siteSchema } from './site-schema.ts';

/** For each schema, data that have every field whose value takes more than one of `SIMPLE`. */
const facts = {
  title: ['对建议', '的答复'],
  proposal: {
    body: '人大',
    congress: 17,
    session: 3,
    number: 9,
    title: '甲',
    lead: '乙',
    supplied: ['session'],
  },
  category: 'A类',
  docNumber: '甲〔2018〕1号',
  salutation: '乙：',
  parts: { measures: 1, nextSteps: true, closing: false },
  attachments: ['附件：甲'],
  signatories: ['甲'],
  signature: ['甲、'],
  date: { printed: '2018年6月25日', edtf: '2018-06-25?', note: 'date' },
  remarks: ['（公开）'],
  copies: { printed: '抄送：甲，乙。', persons: ['乙'] },
  contact: { lines: ['电话：1'], note: 'contact' },
  order: ['title', 'to'],
  summary: '甲',
  keywords: ['甲', '乙'],
  published: '2026-11-23 09:00',
  corrections: [
    { date: '2026-12-01 10:00', what: '甲', why: '乙', added: ['p4a'], removed: ['p4'] },
  ],
  openness: '主动公开',
  review: { by: '甲', on: '2026-12-01', decision: '公开', keep: [{ at: 'p1', why: '甲' }] },
  withheld: [{ at: 'p1', why: '个人信息', on: '2026-12-01' }],
  source: { omitted: [{ text: '甲', reason: '乙' }], note: 'source' },
  draft: true,
  questions: [{ where: '甲', what: '乙' }],
};
const figures = {
  figures: [{ p: 'p1', id: 'a', what: '甲', value: 1, unit: '家', asOf: '2018年', quote: '1家' }],
  others: [{ p: 'p1', quote: '1', reason: '乙' }],
  pictures: [
    {
      title: '甲',
      groups: [
        {
          label: '甲',
          bars: [
            { label: '甲', figure: 'a' },
            { label: '乙', minus: ['a', 'b'] },
          ],
        },
      ],
    },
  ],
};
const site = {
  name: '甲',
  description: '甲',
  column: '甲',
  place: { city: '慈溪市', prefecture: '宁波市', province: '浙江省', areaCode: '0574' },
  publisher: { name: '甲', kind: '机关' },
  contact: '甲',
  icp: '浙ICP备00000000号-1',
  police: '浙公网安备00000000000000号',
  siteCode: '0000000000',
  categories: [{ mark: 'A', means: '甲' }],
  portals: ['https://gov.example'],
  moved: [{ from: 'a/', to: 'b/' }],
  bureaus: [{ id: 'a', name: '甲' }],
};
const page = { title: '甲', description: '甲', updated: '2026-11-23' };

const SCHEMAS: [name: string, schema: z.ZodObject, whole: object][] = [
  ['a letter', factsSchema, facts],
  ['a draft', draftSchema, facts],
  ['figures', figuresSchema, figures],
  ['site.yaml', siteSchema, site],
  ['a page', pageSchema, page],
];

/** A value of each type that YAML has, and some that a field may refuse for their form or size. */
const WRONG = [
  ...[undefined, null, true, false, 0, -1, 1.5, 1e9, '', ' ', 'x', '甲', '无', '甲\n乙', '甲，乙'],
  ...['2018年6月31日', '2018-06', '12345678', 'main'],
  ...[[], [null], [1], [''], ['x'], ['contact'], [{}], {}, { x: 1 }],
];

/** Values of fields that the data above leave out. */
const SIMPLE = ['甲', 1, true, ['甲'], '2026-11-23', 'https://gov.example/'];

/** Data with a value for each field of the schema. */
const completed = (schema: z.ZodObject, data: object): object => ({
  ...data,
  ...Object.fromEntries(
    Object.entries(schema.shape)
      .filter(([name]) => !(name in data))
      .map(([name, field]) => {
        const value = SIMPLE.find((simple) => field.safeParse(simple).success);
        assert.notEqual(value, undefined, `${name}: add an example of it to the data above`);
        return [name, value];
      }),
  ),
});

type Path = (string | number)[];
const pathsOf = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, child]) =>
        pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
];

/** Data with another value at a path; `undefined` deletes what is there. */
function changed(data: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  const copy = structuredClone(data) as Record<string | number, unknown>;
  const child = changed(copy[step], rest, value);
  if (child === undefined) delete copy[step];
  else copy[step] = child;
  return Array.isArray(copy) ? copy.filter(() => true) : copy;
}

/** What the clerk reads about data that are written as JSON, which YAML contains. */
const refusals = (schema: z.ZodObject, data: unknown) =>
  readYaml(JSON.stringify(data) ?? '', schema, 'content/a.md', 1).diagnostics;

/** An ordinary run tries every fourth value at a path, and the other values at the paths after it. */
const isTried = (path: number, value: number) => isFull || (path + value) % 4 === 0;

for (const [name, schema, data] of SCHEMAS)
  test(`whatever is wrong in ${name}, the clerk reads it in Chinese`, () => {
    const whole = completed(schema, data);
    assert.deepEqual(refusals(schema, whole), []);
    let count = 0;
    for (const [at, path] of pathsOf(whole).entries())
      for (const value of WRONG.filter((_, index) => isTried(at, index)))
        for (const { line, message, help } of refusals(schema, changed(whole, path, value))) {
          const where = `${path.join('.')} = ${JSON.stringify(value)}: ${message} ${help}`;
          assert.match(message, /\p{Script=Han}/u, where);
          assert.match(help, /\p{Script=Han}/u, where);
          assert.doesNotMatch(message, /[a-z]{2,}[ :][a-z]{2,}|invalid|expected/i, where);
          assert.ok(line >= 1, where);
          count++;
        }
    assert.ok(count > 20);
  });

const told = (from: string, to: string) =>
  parse(SAMPLE.replace(from, to)).diagnostics.map(({ message, help }) => ({ message, help }));

test('an arrow in a value stays in the message, and the help is whole', () => {
  const [printed] = told('printed: 2019年5月6日', 'printed: 甲 → 乙');
  assert.deepEqual(printed, {
    message: '“甲 → 乙”不是日期',
    help: '照原文写，如 2018年6月25日',
  });
  const [unknown] = told('  lead: 张三', '  lead: 张三\n  "甲 → 乙": 1');
  assert.equal(unknown?.message, '“所答建议”里没有名为 甲 → 乙 的项');
  assert.match(unknown.help, /^删去，或改成其中之一：body、congress、/);
});

test('a field of a correction that names no paragraph is explained with an example', () =>
  assert.deepEqual(
    told(
      'source:\n',
      'corrections:\n  - {date: 2026-12-01 10:00, what: 甲, why: 乙, removed: [contact]}\nsource:\n',
    ),
    [{ message: 'removed 的写法不对', help: '写成 removed: [p4]' }],
  ));
