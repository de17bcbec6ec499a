import { z } from 'astro/zod';
import type { LineOf } from '../diagnostics.ts';
import { correctionsSchema } from '../letter/schema/corrections.ts';
import { structureSchema } from '../letter/schema/structure.ts';
import type { FactReference } from './markdown/notes.ts';

const noted = z.object({ note: z.string() }).optional().catch(undefined);

/** The facts without which a body cannot be read. Each counts as absent if it is not valid. */
const schema = z
  .object({
    corrections: correctionsSchema.catch([]),
    parts: structureSchema.optional().catch(undefined),
    date: noted,
    source: noted,
    contact: noted,
  })
  .catch({ corrections: [] });

/**
 * Finds what the body depends on in the front matter, even if other facts are wrong: the corrections,
 * the parts that it should have, and the references to its notes. The date's note is referred to twice,
 * in the fact box and under the text.
 */
export function findBodyFacts(raw: unknown, lineOf: LineOf) {
  const { corrections, parts, ...facts } = schema.parse(raw);
  const positions = [
    ['date above', 'date'],
    ['source', 'source'],
    ['date', 'date'],
    ['contact', 'contact'],
  ] as const;
  const notes = positions.flatMap(([position, key]): FactReference[] => {
    const label = facts[key]?.note;
    return label === undefined ? [] : [{ position, label, line: lineOf(key, 'note') }];
  });
  return { corrections, parts, notes };
}
