import type { Content } from '../content/load.ts';

type Letters = Pick<Content, 'letters' | 'drafts'>;

/**
 * Where the loader of the content leaves the letters and the pages find them. Both run in one process,
 * each in a module graph of its own; what Astro stores for the pages it bundles as a program, which
 * took a gigabyte for ten thousand letters.
 */
const HELD = Symbol.for('the letters of this site');
const place = globalThis as { [HELD]?: Letters };

export function holdLetters({ letters, drafts }: Letters): void {
  place[HELD] = { letters, drafts };
}

/** The letters and drafts that were read last, letters newest session first. */
export function heldLetters(): Letters {
  if (!place[HELD]) throw new Error('the letters were not loaded');
  return place[HELD];
}
