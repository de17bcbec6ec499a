import type { Letter, Section } from './letter.ts';

/** An entry of the contents list; `id` is a fragment of the letter's page. */
export interface OutlineEntry {
  id: string;
  label: string;
  entries: OutlineEntry[];
}

/** A heading as a label: without the full stop that the letter sets after it. */
export const headingLabel = (heading: string) => heading.replace(/。$/, '');

const entry = ({ id, heading, sections }: Section): OutlineEntry => ({
  id,
  label: headingLabel(heading),
  entries: sections.map(entry),
});

/** The contents of a letter, nested as the letter is. */
export const outlineOf = ({ sections }: Pick<Letter, 'sections'>): OutlineEntry[] =>
  sections.map(entry);
