import { isInsertedAfter, paragraphId, paragraphNumber } from '../../letter/fragment.ts';
import type { Correction } from '../../letter/schema/corrections.ts';

/**
 * The numbers of a letter's paragraphs, in its order and without end. A number is permanent once it is
 * published: a paragraph that a correction inserted after 4 is 4a, and the number of a paragraph that a
 * correction removed stays unused.
 */
export function* paragraphNumbers(corrections: Correction[]): Generator<string, never> {
  const added = corrections.flatMap((correction) => correction.added);
  const removed = new Set(corrections.flatMap((correction) => correction.removed));
  for (let count = 0; ; count++) {
    if (count > 0 && !removed.has(paragraphId(String(count)))) yield String(count);
    for (const id of added.filter((id) => isInsertedAfter(id, count))) yield paragraphNumber(id);
  }
}
