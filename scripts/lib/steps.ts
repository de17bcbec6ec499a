// The steps of a build, each a process of its own. The flags keep a heap from growing to three times the size
// of its content.
export const TYPESET = ['--max-semi-space-size=1', 'scripts/typeset.ts'];
export const PAGES = [...['--single-threaded-gc', '--heap-growing-percent=50'], 'scripts/pages.ts'];

/** Settings by which the libraries of a step that are not JavaScript return the memory that they no longer use. */
export const FRUGAL = { MALLOC_ARENA_MAX: '1', MIMALLOC_PURGE_DELAY: '0' };
