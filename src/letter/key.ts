import type { Letter } from './letter.ts';

const BODIES = { 人大: 'rd', 政协: 'zx' } as const;

/** The key that a letter's facts ask for: `rd17-3/273`; a second reply to one proposal ends in `-2`. */
export const letterKey = ({ body, congress, session, number }: Letter['proposal']) =>
  `${BODIES[body]}${congress}-${session}/${number}`;
