import { firstReplyKey, parseKey, splitKey, type KeyFacts, type SessionFacts } from './key.ts';
import type { Letter } from './letter.ts';
import type { Withdrawal } from './withdrawal.ts';

/** All letters that the site ever published, by kind. */
export interface AllLetters {
  letters: Letter[];
  withdrawn: Withdrawal[];
}

/** Returns true if the site has lists, a feed and a search: from the second letter on, even if it was withdrawn. */
export const hasMany = ({ letters, withdrawn }: AllLetters): boolean =>
  letters.length + withdrawn.length > 1;

/** From more letters on, withdrawn ones included, each bureau with a page has a feed of its own. */
const ONE_FEED = 100;

/** Returns true if the site has a feed for each bureau. */
export const hasBureauFeeds = ({ letters, withdrawn }: AllLetters): boolean =>
  letters.length + withdrawn.length > ONE_FEED;

/** A letter's key, and the facts in it. */
export interface LetterKey {
  key: string;
  proposal: KeyFacts;
}

/** Newest session first, then by number. Never by date: a printed date may be in doubt. */
export function compareLetters(a: LetterKey, b: LetterKey): number {
  const [p, q] = [a.proposal, b.proposal];
  return (
    q.congress - p.congress ||
    q.session - p.session ||
    p.body.localeCompare(q.body) ||
    p.number - q.number ||
    a.key.localeCompare(b.key, 'en', { numeric: true })
  );
}

/** Returns a function that finds the other replies to the proposal of a letter, in their order. */
export function otherReplies(letters: Letter[]): (letter: Letter) => Letter[] {
  const proposalOf = ({ key }: Letter) => firstReplyKey(parseKey(key)!);
  const replies = Map.groupBy(letters, proposalOf);
  return (letter) => replies.get(proposalOf(letter))!.filter((other) => other !== letter);
}

/** The letters that a bureau signed, alone or with others. */
export const lettersSignedBy = (name: string, letters: Letter[]): Letter[] =>
  letters.filter(({ signatories }) => signatories.includes(name));

/** The replies to the proposals of one session, `key` being its folder: `rd17-3`. A session has a letter or a withdrawn letter. */
export interface Session {
  key: string;
  proposal: SessionFacts;
  letters: Letter[];
  withdrawn: Withdrawal[];
}

/** The sessions of letters and withdrawn letters, the newest first, in the order of the letters. */
export function sessionsOf({ letters, withdrawn }: AllLetters): Session[] {
  const sessionIn = ({ key }: { key: string }) => splitKey(key).session;
  const all = [...letters, ...withdrawn].sort(compareLetters);
  return [...Map.groupBy(all, sessionIn)].map(([key, [first]]) => ({
    key,
    proposal: first!.proposal,
    letters: letters.filter((letter) => sessionIn(letter) === key),
    withdrawn: withdrawn.filter((letter) => sessionIn(letter) === key),
  }));
}

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
