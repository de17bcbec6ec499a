import { unpairedMarks } from '../language/pairs.ts';
import { inlineText } from '../letter/body.ts';
import type { Block, Inline, Letter, Section } from '../letter/letter.ts';

/** The most characters of a lemma. A longer lemma is cut to its last characters, which still identify the passage. */
const MAX_LENGTH = 60;
const TAIL_LENGTH = 16;

/** Returns the last clauses of a text: the last one, and those before it until all brackets pair. */
function lastClauses(text: string): string {
  const clauses = text.split(/(?<=[，。；：！？])(?!$)/);
  let words = '';
  do words = (clauses.pop() ?? '') + words;
  while (clauses.length > 0 && unpairedMarks(words).length > 0);
  return words.length > MAX_LENGTH ? `……${words.slice(-TAIL_LENGTH)}` : words;
}

const contents = (blocks: Block[]): Inline[][] =>
  blocks.flatMap((block) => (block.type === 'paragraph' ? [block.content] : block.rows.flat()));
const within = ({ blocks, sections }: Section): Inline[][] => [
  ...contents(blocks),
  ...sections.flatMap(within),
];

/**
 * The lemma of each note reference, by the id of the reference: the words of the letter before it. On paper,
 * where the text has no marks, a note names its passage by its lemma.
 */
export function noteLemmas(letter: Letter): Map<string, string> {
  const { opening, sections, closing, marks } = letter;
  const found = new Map<string, string>();
  for (const content of [...contents(opening), ...sections.flatMap(within), ...contents(closing)])
    content.forEach((part, index) => {
      if (part.type === 'note')
        found.set(part.ref, lastClauses(inlineText(content.slice(0, index))));
    });
  if (marks.date && letter.date) found.set(marks.date.ref, letter.date.printed);
  const label = letter.contact?.lines[0]?.split(/[：:]/)[0];
  if (marks.contact && label) found.set(marks.contact.ref, label);
  return found;
}
