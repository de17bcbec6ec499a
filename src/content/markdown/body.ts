import type { RootContent } from 'mdast';
import type { FileDiagnostic } from '../../diagnostics.ts';
import { paragraphId, tableId } from '../../letter/fragment.ts';
import type { Block, Body, NoteReference } from '../../letter/letter.ts';
import type { Correction } from '../../letter/schema/corrections.ts';
import { inlineText } from '../../letter/body.ts';
import { readMarkdown } from '../../markdown.ts';
import { readInline } from './inline.ts';
import { lintBody, lintPairs, type Passage } from './lint.ts';
import { numberNotes, type FactReference } from './notes.ts';
import { paragraphNumbers } from './paragraph-numbers.ts';
import { sectionize, type BodyItem } from './sectionize.ts';

/** A letter's body as read, with the lines of its fragments and what is wrong with it. */
export interface BodyReading {
  body: Body;
  /** The lines of blocks and sections, by their fragments. */
  lines: Map<string, number>;
  diagnostics: FileDiagnostic[];
}

/** Drops spaces at line ends, which would break a line, and Word's indents at line starts. */
const withoutEdges = (markdown: string) =>
  markdown
    .split(/\r?\n/)
    .map((line) => line.trimEnd().replace(/^\u3000+/, ''))
    .join('\n');

const lineOf = (node: RootContent): number => node.position?.start.line ?? 1;

/** The items of a body in reading order, its paragraphs and tables numbered through the letter. */
function readItems(
  nodes: RootContent[],
  source: string,
  marks: Map<object, NoteReference>,
  corrections: Correction[],
): BodyItem[] {
  const numbers = paragraphNumbers(corrections);
  let tables = 0;
  return nodes.flatMap((node): BodyItem[] => {
    const line = lineOf(node);
    if (node.type === 'thematicBreak') return [{ type: 'break', line }];
    if (node.type === 'paragraph') {
      const number = numbers.next().value;
      const content = readInline(node.children, marks);
      return [
        {
          type: 'block',
          line,
          block: { type: 'paragraph', id: paragraphId(number), number, content },
        },
      ];
    }
    if (node.type === 'table') {
      const rows = node.children.map((row) =>
        row.children.map((cell) => readInline(cell.children, marks)),
      );
      return [{ type: 'block', line, block: { type: 'table', id: tableId(++tables), rows } }];
    }
    // Markdown reads a paragraph above a rule as a heading; an edition does not.
    if (node.type !== 'heading' || source[node.position!.start.offset!] !== '#') return [];
    const text = inlineText(readInline(node.children, marks)).trim();
    return [{ type: 'heading', depth: node.depth, text, line }];
  });
}

const passagesOf = (block: Block, line: number): Passage[] =>
  block.type === 'paragraph'
    ? [{ content: block.content, line }]
    : block.rows.flat().map((content) => ({ content, line }));

/**
 * Reads the body of a letter and its notes. `corrections` states which paragraphs were inserted or removed
 * since publication. `facts` are the references to notes in the front matter; undefined if the front matter
 * cannot be read.
 */
export function readBody(
  markdown: string,
  corrections: Correction[],
  facts: FactReference[] | undefined,
): BodyReading {
  const source = withoutEdges(markdown);
  const nodes = readMarkdown(source).children;
  const numbered = numberNotes(nodes, facts);
  const items = readItems(nodes, source, numbered.marks, corrections);
  const { opening, sections, closing, lines, diagnostics } = sectionize(items);

  const notes = numbered.notes.map(({ definition, ...note }) => {
    const paragraphs = definition.children.filter((child) => child.type === 'paragraph');
    return {
      ...note,
      passages: paragraphs.map((paragraph) => ({
        content: readInline(paragraph.children, numbered.marks, 'note'),
        line: lineOf(paragraph),
      })),
    };
  });
  const passages = [
    ...items.flatMap((item) => (item.type === 'block' ? passagesOf(item.block, item.line) : [])),
    ...notes.flatMap((note) => note.passages),
  ];
  const marks = (facts ?? []).flatMap((fact) => {
    const mark = numbered.marks.get(fact);
    return mark ? [[fact.position, mark] as const] : [];
  });
  const body = {
    opening,
    sections,
    closing,
    notes: notes.map(({ passages, ...note }) => ({
      ...note,
      paragraphs: passages.map(({ content }) => content),
    })),
    marks: Object.fromEntries(marks),
  };
  const found = [
    ...lintBody(nodes, { source, labels: numbered.labels }),
    ...numbered.diagnostics,
    ...diagnostics,
    ...lintPairs(passages),
  ];
  return { body, lines, diagnostics: found };
}
