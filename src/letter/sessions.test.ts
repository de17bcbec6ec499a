import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../tests/support/sample.ts';
import {
  compareLetters,
  groupByHundred,
  hasMany,
  newestSessions,
  sessionsOf as group,
} from './sessions.ts';
import type { Letter } from './letter.ts';
import type { Withdrawal } from './withdrawal.ts';

const { letter } = parse();
/** Letters of one session, by number. */
const replies = (session: string, ...numbers: number[]): Letter[] =>
  numbers.map((number) => {
    const [, prefix, congress, at] = /^(rd|zx)(\d+)-(\d+)$/.exec(session)!;
    const body = prefix === 'rd' ? '人大' : '政协';
    const proposal = { ...letter!.proposal, body, congress: Number(congress), session: Number(at) };
    return { ...letter!, key: `${session}/${number}`, proposal: { ...proposal, number } } as Letter;
  });
const sessionsOf = (letters: Letter[]) => group({ letters, withdrawn: [] });
const keys = (sessions: { key: string }[]) => sessions.map(({ key }) => key);

test('sessions come newest first by congress and session, letters by number, whatever their dates', () => {
  const letters = [
    ...replies('rd17-3', 112, 9),
    ...replies('zx10-2', 1),
    ...replies('rd17-10', 2),
    ...replies('rd18-1', 5),
  ].sort(compareLetters);
  assert.deepEqual(keys(sessionsOf(letters)), ['rd18-1', 'rd17-10', 'rd17-3', 'zx10-2']);
  assert.deepEqual(keys(sessionsOf(letters)[2]!.letters), ['rd17-3/9', 'rd17-3/112']);
});

test('a session stays when its last letter is withdrawn', () => {
  const withdrawn: Withdrawal[] = replies('rd17-3', 7).map(({ key, proposal }) => ({
    ...{ key, proposal, fragments: [], files: [], hasFigures: false },
    withdrawn: { on: '2026-12-01', why: '误发' },
  }));
  const letters = replies('rd17-2', 1);
  const sessions = group({ letters, withdrawn });
  assert.deepEqual(keys(sessions), ['rd17-3', 'rd17-2']);
  assert.deepEqual(sessions[0], {
    key: 'rd17-3',
    proposal: withdrawn[0]!.proposal,
    letters: [],
    withdrawn,
  });
  assert.equal(hasMany({ letters, withdrawn }), true);
});

test('the newest session of each body is listed first; one at least, the others where they fit', () => {
  const sessions = sessionsOf(
    [
      ...replies('rd18-1', 1, 2, 3),
      ...replies('rd17-3', 1, 2),
      ...replies('zx10-2', 1),
      ...replies('zx10-1', 1),
    ].sort(compareLetters),
  );
  assert.deepEqual(keys(newestSessions(sessions, 2)), ['rd18-1']);
  assert.deepEqual(keys(newestSessions(sessions, 5)), ['rd18-1', 'zx10-2']);
  assert.deepEqual(keys(newestSessions(sessions, 7)), ['rd18-1', 'rd17-3', 'zx10-2', 'zx10-1']);
});

test('a hundred ends at its last number', () =>
  assert.deepEqual(
    groupByHundred(replies('rd17-3', 1, 100, 101, 512)).map(({ from, letters }) => [
      from,
      letters.length,
    ]),
    [
      [1, 2],
      [101, 1],
      [501, 1],
    ],
  ));
