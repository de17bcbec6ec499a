import { pathToFileURL } from 'node:url';
import { isFull } from './full.ts';

/** The argument of Node that kills a script as KILL_AT says. */
export const KILL = `--import=${pathToFileURL('tests/support/kill.ts').href}`;

/**
 * The distance between the steps at which a test kills a process: `npm run test:full` kills at every step,
 * an ordinary run at some of them.
 */
export const KILL_STRIDE = isFull ? 1 : 6;
