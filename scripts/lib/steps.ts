/** What Node is given for the steps of a build, each a process of its own. */

/** With a thousand letters, what is read of them would else take more memory than what is set. */
export const TYPESET = ['--optimize-for-size', '--max-semi-space-size=1', 'scripts/typeset.ts'];

/**
 * Many letters fill the memory steadily: collectors at work beside it cost more than they save, and left
 * to itself the memory grows to three times of what is in it.
 */
export const PAGES = [
  '--single-threaded-gc',
  '--heap-growing-percent=50',
  'node_modules/astro/bin/astro.mjs',
  'build',
];
