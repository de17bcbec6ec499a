import type { Correction } from '../../letter/schema/corrections.ts';

/**
 * Counts the paragraphs of a letter. Numbers are frozen once they are published: a paragraph that came
 * in later is 4a, after 4, and the number of one that went stays empty.
 */
export function paragraphNumbers(corrections: Correction[]): () => string {
  const added = corrections.flatMap((correction) => correction.added);
  const removed = corrections.flatMap((correction) => correction.removed);
  let count = 0;
  return () => {
    const next = added.findIndex((id) => id.slice(1, -1) === String(count));
    if (next >= 0) return added.splice(next, 1)[0]!.slice(1);
    do count++;
    while (removed.includes(`p${count}`));
    return String(count);
  };
}
