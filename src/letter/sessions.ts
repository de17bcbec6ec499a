import { splitKey } from './key.ts';
import type { Letter } from './letter.ts';

/** The replies to the proposals of one session, `key` being its folder: `rd17-3`. */
export interface Session {
  key: string;
  proposal: Letter['proposal'];
  letters: Letter[];
}

/** The sessions of letters, in the order of the letters. */
export const sessionsOf = (letters: Letter[]): Session[] =>
  [...Map.groupBy(letters, ({ key }) => splitKey(key).session)].map(([key, group]) => ({
    key,
    proposal: group[0]!.proposal,
    letters: group,
  }));

/**
 * Returns the sessions that a page of at most `most` letters can list in full, at least one. The newest
 * sessions of each assembly come first, since the numbers of their congresses cannot be compared.
 */
export function newestSessions(sessions: Session[], most: number): Session[] {
  const age = ({ proposal }: Session, at: number) =>
    sessions.slice(0, at).filter((other) => other.proposal.body === proposal.body).length;
  const chosen = new Set<Session>();
  let count = 0;
  for (const [session] of sessions
    .map((session, at) => [session, age(session, at)] as const)
    .sort(([, a], [, b]) => a - b)) {
    count += session.letters.length;
    if (chosen.size > 0 && count > most) break;
    chosen.add(session);
  }
  return sessions.filter((session) => chosen.has(session));
}

/** Letters by the hundred of their numbers: 1–100, 101–200. `from` is the hundred's first number. */
export const groupByHundred = (letters: Letter[]): { from: number; letters: Letter[] }[] =>
  [
    ...Map.groupBy(letters, ({ proposal }) => Math.floor((proposal.number - 1) / 100) * 100 + 1),
  ].map(([from, group]) => ({ from, letters: group }));
