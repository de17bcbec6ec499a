import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../tests/support/sample.ts';
import { replyNumber, replyTurn, sessionName } from './labels.ts';

const { proposal } = parse().letter!;
const session = (city: string, facts: Partial<typeof proposal>) =>
  sessionName({ ...proposal, ...facts }, { place: { city } });

test('a session is named as the deputies of its place name it', () => {
  const congress = { body: '人大', congress: 17, session: 3 } as const;
  assert.equal(session('慈溪市', congress), '市十七届人大三次会议');
  assert.equal(session('景宁畲族自治县', congress), '县十七届人大三次会议');
  assert.equal(session('滨江区', { ...congress, body: '政协' }), '区政协十七届三次会议');
});

test('a second reply to one proposal is told from the first', () => {
  assert.equal(replyNumber({ key: 'rd17-3/273' }), '273');
  assert.equal(replyTurn({ key: 'rd17-3/273' }), '');
  assert.equal(replyNumber({ key: 'rd17-3/273-2' }), '273-2');
  assert.equal(replyTurn({ key: 'rd17-3/273-2' }), '（第2份答复）');
});
