import fc from 'fast-check';
import { stringify } from 'yaml';
import { toChinese } from '../../src/language/numerals.ts';
import { HARMFUL, PLAIN, REFUSED } from './harmful.ts';

/** A random letter, and the file that it claims to be made from. */
export interface Draft {
  markdown: string;
  received: string;
}

/** The bureau that signs: its name is allowed and as harmful as a name can be. */
export const BUREAU = `某"'&<b>局</b>`;

const words = fc
  .array(fc.oneof(fc.constantFrom(...PLAIN), fc.constantFrom(...HARMFUL)), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => `文${parts.join('')}完`);
const body = fc.record({
  opening: fc.array(words, { minLength: 1, maxLength: 2 }),
  measures: fc.array(fc.record({ heading: words, paragraphs: fc.array(words, { minLength: 1 }) }), {
    maxLength: 3,
  }),
  table: fc.option(fc.array(fc.tuple(words, words), { minLength: 2, maxLength: 3 })),
  next: fc.option(words),
  closing: fc.option(words),
  note: fc.option(words),
});
const facts = fc.record({
  lead: words,
  proposal: words.map((text) => text.replaceAll(/[《》]/g, '')),
  summary: words.map((text) => text.replaceAll(/\d/g, '')),
  copies: fc.option(words.map((text) => text.replaceAll(/[，、；。：\s]/g, ''))),
  contact: fc.option(words),
});
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;
type Body = typeof body extends fc.Arbitrary<infer T> ? T : never;

/** Places `kind` 1 to `count`: p1, p2. */
const places = (kind: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${kind}${at + 1}`);

/** The review of a letter. It keeps all e-mail addresses, wherever they occur, since they are not under test. */
function composeReview({ copies, contact }: Facts, body: Body): string {
  const paragraphs = [body.opening, ...body.measures.map((measure) => measure.paragraphs)].flat();
  const others = [body.next, body.closing].filter((text) => text !== null);
  const kept = [
    ...['title', 'to', 'sign', 'proposal', 'summary', 'notes', 'source'],
    ...(copies ? ['cc'] : []),
    ...(contact ? ['contact'] : []),
    ...places('s', body.measures.length),
    ...places('t', body.measures.length > 0 && body.table?.length ? 1 : 0),
    ...places('p', 1 + paragraphs.length + others.length),
  ];
  return `review: ${JSON.stringify({
    by: '审查人',
    on: '2026-11-01',
    decision: '公开',
    keep: kept.map((at) => ({ at, why: '试样' })),
  })}\n`;
}

/** Escapes words for Markdown: a backslash precedes every character with a meaning in Markdown. */
const escaped = (text: string) => text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');

function compose(number: number, facts: Facts, body: Body): Draft {
  const { lead, proposal, summary, copies, contact } = facts;
  const title = `对市十七届人大三次会议第${number}号建议的答复`;
  const copied = copies && `抄送：${copies}。`;
  const front = {
    title,
    proposal: { body: '人大', congress: 17, session: 3, number, title: proposal, lead },
    salutation: `${lead}代表：`,
    parts: {
      measures: body.measures.length,
      nextSteps: body.next !== null,
      closing: body.closing !== null,
    },
    signatories: [BUREAU],
    date: { printed: '2019年5月6日', edtf: '2019-05-06' },
    ...(copied && { copies: { printed: copied, persons: [copies] } }),
    ...(contact && { contact: { lines: [`电话：${contact}`] } }),
    summary,
    keywords: ['甲<b>', '乙"'],
    published: '2026-11-23 09:00',
  };
  const opening = [`您提出的《${proposal}》收悉。`, ...body.opening];
  const headings = body.measures.map(({ heading }, at) => `${toChinese(at + 1)}、${heading}`);
  const rows = (body.measures.length > 0 && body.table) || [];
  const table = rows.map((row) => `| ${row.map(escaped).join(' | ')} |`);
  const blocks = [
    ...opening.map(escaped),
    ...body.measures.flatMap(({ paragraphs }, at) => [
      `## ${escaped(headings[at]!)}`,
      ...paragraphs.map(escaped),
    ]),
    ...(rows.length > 0 ? [[table[0], '| - | - |', ...table.slice(1)].join('\n')] : []),
    ...(body.next === null ? [] : ['## [下一步]', escaped(body.next)]),
    ...(body.closing === null ? [] : ['***', escaped(body.closing)]),
  ];
  if (body.note !== null) {
    blocks[0] += '[^a]';
    blocks.push(`[^a]: ${escaped(body.note)}`);
  }
  const received = [
    title,
    front.salutation,
    ...opening,
    ...body.measures.flatMap(({ paragraphs }, at) => [headings[at]!, ...paragraphs]),
    ...rows.flat(),
    body.next,
    body.closing,
    BUREAU,
    front.date.printed,
    copied,
    contact && `电话：${contact}`,
  ].filter((line) => line !== null);
  return {
    markdown: `---\n${stringify(front)}---\n\n${blocks.join('\n\n')}\n`,
    received: `${received.join('\n')}\n`,
  };
}

/** A defect of a draft: text inserted, removed, or both, at some place. */
const tear = fc.record({
  at: fc.nat(2 ** 31 - 1),
  cut: fc.nat(12),
  put: fc.oneof(
    fc.constantFrom(...REFUSED, ...HARMFUL),
    fc.string({ maxLength: 5, unit: 'binary' }),
  ),
});

/** Letters as replies to proposal `number`; many of them with one or two defects. */
export const drafts = fc
  .record({ facts, body, tears: fc.array(tear, { maxLength: 2 }) })
  .map(({ facts, body, tears }) => (number: number): Draft => {
    const { markdown, received } = compose(number, facts, body);
    const torn = tears.reduce((text, { at, cut, put }) => {
      const start = at % text.length;
      return text.slice(0, start) + put + text.slice(start + cut);
    }, markdown);
    // Inserted last, since most defects would hit so long a line.
    const review = composeReview(facts, body);
    return { markdown: torn.replace(/^---\n/, () => `---\n${review}`), received };
  });
