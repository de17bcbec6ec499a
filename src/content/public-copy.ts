import { findDisclosureMarks } from '../disclosure/marks.ts';
import { visibleText } from '../language/hidden.ts';
import { textPattern } from '../language/loose-match.ts';
import {
  inlineText,
  mapBlocks,
  type Block,
  type Body,
  type Inline,
  type Section,
} from '../letter/body.ts';
import { PART_ORDER, PARTS } from '../letter/parts.ts';
import type { DraftFacts } from '../letter/schema/letter.ts';
import { countWithheld, WITHHELD } from '../letter/withholding.ts';

/** The lines of a reviewed letter that are marked as not for the public, without white space. */
export type ClosedLines = ReadonlySet<string>;

/** Returns the lines that are marked as not for the public; they are withheld as a whole. */
export const findClosedLines = (text: string): ClosedLines =>
  new Set(
    findDisclosureMarks(text.split('\n')).flatMap(({ isOpen, words }) =>
      isOpen ? [] : [visibleText(words)],
    ),
  );

/** Shorter lines, such as 否 below 是否公开, are withheld only where nothing else is with them. */
const SHORTEST_WITHIN = 4;

/** A text of the edition in which the mark replaces the closed lines; several lines of the file may be joined in it. */
function withholdIn(text: string, lines: ClosedLines): string {
  if (lines.has(visibleText(text))) return WITHHELD;
  return [...lines]
    .filter((line) => line.length >= SHORTEST_WITHIN)
    .sort((a, b) => b.length - a.length)
    .reduce((left, line) => left.replace(textPattern(line), WITHHELD), text);
}

/** The text of a received file in which the mark replaces each of these lines. */
export const withholdLines = (text: string, lines: ClosedLines): string =>
  text
    .split('\n')
    .map((line) => (lines.has(visibleText(line)) ? WITHHELD : line))
    .join('\n');

/** Returns a value in which the mark replaces the closed lines in each string. */
function withholdStrings<T>(value: T, lines: ClosedLines): T {
  if (typeof value === 'string') return withholdIn(value, lines) as T;
  if (Array.isArray(value)) return value.map((item) => withholdStrings(item, lines)) as T;
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withholdStrings(item, lines)]),
    ) as T;
  return value;
}

const withholdInline = (content: Inline[], lines: ClosedLines): Inline[] =>
  lines.has(visibleText(inlineText(content)))
    ? [{ type: 'text', value: WITHHELD }]
    : content.map((part) =>
        part.type === 'text' ? { ...part, value: withholdIn(part.value, lines) } : part,
      );

/** A row of a table; a line of the file is a whole row, and its mark stands in the first cell. */
const withholdRow = (row: Inline[][], lines: ClosedLines): Inline[][] =>
  lines.has(visibleText(row.map(inlineText).join('')))
    ? row.map((_, index) => (index === 0 ? [{ type: 'text', value: WITHHELD }] : []))
    : row.map((cell) => withholdInline(cell, lines));

const withholdBlock = (block: Block, lines: ClosedLines): Block =>
  block.type === 'paragraph'
    ? { ...block, content: withholdInline(block.content, lines) }
    : { ...block, rows: block.rows.map((row) => withholdRow(row, lines)) };

/** The number of marks in a value. */
const countMarks = (value: unknown): number => countWithheld(JSON.stringify(value) ?? '');

/** The number of marks in each fragment of a body. */
function countInBody({ opening, sections, closing }: Body): [at: string, count: number][] {
  const inBlocks = (blocks: Block[]) =>
    blocks.map((block): [string, number] => [block.id, countMarks(block)]);
  const inSection = (section: Section): [string, number][] => [
    [section.id, countMarks(section.heading)],
    ...inBlocks(section.blocks),
    ...section.sections.flatMap(inSection),
  ];
  return [...inBlocks(opening), ...sections.flatMap(inSection), ...inBlocks(closing)];
}

/**
 * Withholds the closed lines of a reviewed letter from its facts and its body, and declares each place, so
 * that no words such as secret, internal or not for the public are published.
 */
export function withholdClosedLines<F extends DraftFacts>(
  facts: F,
  body: Body,
  lines: ClosedLines,
): { facts: F; body: Body } {
  const { review } = facts;
  if (lines.size === 0 || review?.decision !== '公开') return { facts, body };
  const withheldFacts = withholdStrings(facts, lines);
  const withheldBody = {
    ...body,
    ...mapBlocks(
      body,
      (block) => withholdBlock(block, lines),
      (section) => ({ ...section, heading: withholdIn(section.heading, lines) }),
    ),
  };
  const countInPart = (all: F, part: keyof typeof PARTS) =>
    Object.keys(PARTS[part].fields).reduce(
      (total, key) => total + countMarks(all[key as keyof F]),
      0,
    );
  const before = new Map(countInBody(body));
  const counts = [
    ...PART_ORDER.map((part): [string, number] => [
      part,
      countInPart(withheldFacts, part) - countInPart(facts, part),
    ]),
    ...countInBody(withheldBody).map(([at, count]): [string, number] => [
      at,
      count - (before.get(at) ?? 0),
    ]),
  ];
  const withheld = counts.flatMap(([at, count]) =>
    Array.from({ length: count }, () => ({ at, why: '公开审查后公布', on: review.on })),
  );
  return {
    facts: { ...withheldFacts, review, withheld: [...facts.withheld, ...withheld] },
    body: withheldBody,
  };
}
