import { findDisclosureMarks } from '../disclosure/marks.ts';
import { inlineText, type Block, type Body, type Inline, type Section } from '../letter/body.ts';
import { PART_ORDER, PARTS } from '../letter/parts.ts';
import type { DraftFacts } from '../letter/schema/letter.ts';
import { WITHHELD } from '../letter/withholding.ts';

/** Returns the lines of a reviewed letter that are marked as not for the public; they are withheld as a whole. */
export const findClosedLines = (text: string): Set<string> =>
  new Set(
    findDisclosureMarks(text.split('\n')).flatMap(({ isOpen, words }) => (isOpen ? [] : [words])),
  );

/** A text with each of these lines replaced by the mark of withheld words. */
export const withholdLines = (text: string, lines: ReadonlySet<string>): string =>
  text
    .split('\n')
    .map((line) => (lines.has(line.trim()) ? WITHHELD : line))
    .join('\n');

/** Returns a value in which the mark replaces each string that equals one of these lines. */
function withholdStrings<T>(value: T, lines: ReadonlySet<string>): T {
  if (typeof value === 'string') return (lines.has(value.trim()) ? WITHHELD : value) as T;
  if (Array.isArray(value)) return value.map((item) => withholdStrings(item, lines)) as T;
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withholdStrings(item, lines)]),
    ) as T;
  return value;
}

/** Returns true if a value contains a string that equals one of these lines. */
const holdsLine = (value: unknown, lines: ReadonlySet<string>): boolean =>
  typeof value === 'string'
    ? lines.has(value.trim())
    : value !== null && typeof value === 'object'
      ? Object.values(value).some((item) => holdsLine(item, lines))
      : false;

const withholdInline = (content: Inline[], lines: ReadonlySet<string>): Inline[] =>
  lines.has(inlineText(content).trim()) ? [{ type: 'text', value: WITHHELD }] : content;

const withholdBlock = (block: Block, lines: ReadonlySet<string>): Block =>
  block.type === 'paragraph'
    ? { ...block, content: withholdInline(block.content, lines) }
    : { ...block, rows: block.rows.map((row) => row.map((cell) => withholdInline(cell, lines))) };

const withholdSection = (section: Section, lines: ReadonlySet<string>): Section => ({
  ...section,
  blocks: section.blocks.map((block) => withholdBlock(block, lines)),
  sections: section.sections.map((below) => withholdSection(below, lines)),
});

/** The fragments of a body whose whole text is one of these lines. */
const closedFragments = (
  { opening, sections, closing }: Body,
  lines: ReadonlySet<string>,
): string[] => {
  const blocks = (section: Section): Block[] => [
    ...section.blocks,
    ...section.sections.flatMap(blocks),
  ];
  return [...opening, ...sections.flatMap(blocks), ...closing].flatMap((block) =>
    block.type === 'paragraph' && lines.has(inlineText(block.content).trim()) ? block.id : [],
  );
};

/**
 * Withholds the closed lines of a reviewed letter from its facts and its body, and declares each place, so
 * that no words such as secret, internal or not for the public are published.
 */
export function withholdClosedLines<F extends DraftFacts>(
  facts: F,
  body: Body,
  lines: ReadonlySet<string>,
): { facts: F; body: Body } {
  const { review } = facts;
  if (lines.size === 0 || review?.decision !== '公开') return { facts, body };
  const parts = PART_ORDER.filter((part) =>
    Object.keys(PARTS[part].fields).some((key) => holdsLine(facts[key as keyof F], lines)),
  );
  const withheld = [...parts, ...closedFragments(body, lines)].map((at) => ({
    at,
    why: '公开审查后公布',
    on: review.on,
  }));
  return {
    facts: {
      ...withholdStrings(facts, lines),
      review,
      withheld: [...facts.withheld, ...withheld],
    },
    body: {
      ...body,
      opening: body.opening.map((block) => withholdBlock(block, lines)),
      sections: body.sections.map((section) => withholdSection(section, lines)),
      closing: body.closing.map((block) => withholdBlock(block, lines)),
    },
  };
}
