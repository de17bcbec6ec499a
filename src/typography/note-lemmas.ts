import { unpairedMarks } from '../language/pairs.ts';
import { inlineText } from '../letter/body.ts';
import type { Block, Inline, Letter, Section } from '../letter/letter.ts';

/** Longer words than these are cut; a place is known by the last of them. */
const LONGEST = 60;
const KEPT = 16;

/** The words that end a text: its last clauses, back to where their brackets pair. */
function ending(text: string): string {
  const clauses = text.split(/(?<=[，。；：！？])(?!$)/);
  let words = '';
  do words = (clauses.pop() ?? '') + words;
  while (clauses.length > 0 && unpairedMarks(words).length > 0);
  return words.length > LONGEST ? `……${words.slice(-KEPT)}` : words;
}

const contents = (blocks: Block[]): Inline[][] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? [block.content] : block.rows.flat()));
const within = ({ blocks, sections }: Section): Inline[][] => [
  ...contents(blocks),
  ...sections.flatMap(within),
];

/**
 * The words of the letter that each note's mark follows, by the mark's id: where a note speaks of a
 * place that carries no mark, as on paper, it names it by them.
 */
export function noteLemmas(letter: Letter): Map<string, string> {
  const { opening, sections, closing, marks } = letter;
  const found = new Map<string, string>();
  for (const content of [...contents(opening), ...sections.flatMap(within), ...contents(closing)])
    content.forEach((part, index) => {
      if (part.type === 'note') found.set(part.ref, ending(inlineText(content.slice(0, index))));
    });
  if (marks.date && letter.date) found.set(marks.date.ref, letter.date.printed);
  const label = letter.contact?.lines[0]?.split(/[：:]/)[0];
  if (marks.contact && label) found.set(marks.contact.ref, label);
  return found;
}
