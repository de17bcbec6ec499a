import { COMPILED } from '../../src/cache.ts';

// The steps of a build, each a process of its own. The flags keep a heap from growing to three times the size
// of its content.
export const TYPESET = ['--optimize-for-size', '--max-semi-space-size=1', 'scripts/typeset.ts'];
export const PAGES = [...['--single-threaded-gc', '--heap-growing-percent=50'], 'scripts/pages.ts'];

/**
 * Settings of the steps: libraries that are not JavaScript return the memory that they no longer use, and Node
 * keeps what it compiled, for the next build.
 */
export const SETTINGS = {
  MALLOC_ARENA_MAX: '1',
  MIMALLOC_PURGE_DELAY: '0',
  NODE_COMPILE_CACHE: COMPILED,
};
