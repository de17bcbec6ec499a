import type { Assembly } from '../language/mentions.ts';

/** The facts in the key of a session's folder: `rd17-3`. */
export interface SessionFacts {
  body: Assembly;
  congress: number;
  session: number;
}

/** The facts in a letter's key: `rd17-3/273`, or `rd17-3/273-2` for the second reply to one proposal. */
export interface KeyFacts extends SessionFacts {
  number: number;
  /** The reply's number after the hyphen; absent for the first reply. */
  reply?: number | undefined;
}

const PREFIXES: Record<Assembly, string> = { 人大: 'rd', 政协: 'zx' };

const SESSION_PATTERN = '(rd|zx)([1-9][0-9]?)-([1-9][0-9]?)';
const NUMBER_PATTERN = '([1-9][0-9]*)(-[1-9][0-9]*)?';
/** The grammar of keys as a regular expression; the configurations in `deploy/` repeat it. */
export const KEY_PATTERN = `${SESSION_PATTERN}/${NUMBER_PATTERN}`;

const SESSION = new RegExp(`^${SESSION_PATTERN}$`);
const NUMBER = new RegExp(`^${NUMBER_PATTERN}$`);

/** Splits a key at its slash: `rd17-3` and `273-2`. */
export function splitKey(key: string): { session: string; number: string } {
  const [session = '', number = ''] = key.split('/');
  return { session, number };
}

/** Reads the key of a session, `rd17-3`. Returns undefined for any other text. */
export function parseSessionKey(text: string): SessionFacts | undefined {
  const [, prefix, congress, session] = SESSION.exec(text) ?? [];
  if (!prefix) return undefined;
  const body = prefix === PREFIXES.人大 ? '人大' : '政协';
  return { body, congress: Number(congress), session: Number(session) };
}

/** Reads the part of a key after the slash, `273` or `273-2`. Returns undefined for any other text. */
export function parseReplyNumber(text: string): Pick<KeyFacts, 'number' | 'reply'> | undefined {
  const [, number, reply] = NUMBER.exec(text) ?? [];
  if (!number) return undefined;
  return { number: Number(number), ...(reply && { reply: Number(reply.slice(1)) }) };
}

/** Reads a letter's key, `rd17-3/273`. Returns undefined for any other text. */
export function parseKey(text: string): KeyFacts | undefined {
  const [session = '', number = '', ...rest] = text.split('/');
  const [facts, reply] = [parseSessionKey(session), parseReplyNumber(number)];
  return facts && reply && rest.length === 0 ? { ...facts, ...reply } : undefined;
}

const PROPOSAL = 'proposal';

/** The key of the text of the proposal that a letter answers: `rd17-3/273/proposal`. */
export const proposalKey = (key: string): string => `${key}/${PROPOSAL}`;

/** The key of the letter to which a key belongs: its own, or that of its proposal's text. */
export const replyKey = (key: string): string => key.replace(new RegExp(`/${PROPOSAL}$`), '');

/** Returns true for the key of a proposal's text. */
export const isProposalKey = (key: string): boolean =>
  key !== replyKey(key) && parseKey(replyKey(key)) !== undefined;

/** The path of the files of a key below their folder, without endings: `rd17-3/273`, `rd17-3/273.proposal`. */
export const fileStem = (key: string): string =>
  isProposalKey(key) ? `${replyKey(key)}.${PROPOSAL}` : key;

export const formatSessionKey = ({ body, congress, session }: SessionFacts): string =>
  `${PREFIXES[body]}${congress}-${session}`;

export const formatKey = ({ number, reply, ...session }: KeyFacts): string =>
  `${formatSessionKey(session)}/${number}${reply === undefined ? '' : `-${reply}`}`;

/** The key of the first reply to a proposal, which stands for the proposal. */
export const firstReplyKey = (proposal: KeyFacts): string =>
  formatKey({ ...proposal, reply: undefined });
