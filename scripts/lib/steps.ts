// The steps of a build, each a process of its own. The flags keep a heap from growing to three times the size
// of its content.
export const TYPESET = ['--optimize-for-size', '--max-semi-space-size=1', 'scripts/typeset.ts'];
export const PAGES = [...['--single-threaded-gc', '--heap-growing-percent=50'], 'scripts/pages.ts'];
