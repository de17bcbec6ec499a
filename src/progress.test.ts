import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import {
  formatDuration,
  leaveStep,
  startStep,
  timeCommand,
  type ProgressOutput,
} from './progress.ts';

/** An output that keeps what is written to it. */
function record(isTTY: boolean) {
  const texts: string[] = [];
  const output: ProgressOutput = { isTTY, write: (text) => texts.push(text) };
  return { texts, output };
}

/** Lets a step of four things take so many seconds for each. */
function run(isTTY: boolean, seconds: number): string[] {
  let now = 0;
  mock.method(performance, 'now', () => now);
  const { texts, output } = record(isTTY);
  const step = startStep('排版', 4, output);
  for (let thing = 0; thing < 4; thing++) {
    now += seconds * 1000;
    step.advance();
  }
  step.end();
  return texts;
}
afterEach(() => mock.restoreAll());

test('on a terminal a long step shows how many are done and the time left, in one line', () =>
  assert.deepEqual(run(true, 30), [
    '\r\u001B[K排版……',
    '\r\u001B[K排版：1/4，还要约 1 分 30 秒',
    '\r\u001B[K排版：2/4，还要约 1 分 0 秒',
    '\r\u001B[K排版：3/4，还要约 30 秒',
    '\r\u001B[K排版，用了 2 分 0 秒\n',
  ]));

test('a step of less than two seconds shows no count', () =>
  assert.deepEqual(run(true, 0.4), ['\r\u001B[K排版……', '\r\u001B[K排版\n']));

test('elsewhere a step is a plain line, and one more every half a minute', () => {
  assert.deepEqual(run(false, 1), ['排版……\n']);
  assert.deepEqual(run(false, 20), ['排版……\n', '排版：2/4，还要约 40 秒\n']);
});

test('an error after an unfinished step begins a line of its own', () => {
  const { texts, output } = record(true);
  const step = startStep('排版', 1, output);
  leaveStep();
  assert.equal(texts.at(-1), '\n');
  step.end();
  leaveStep();
  assert.notEqual(texts.at(-1), '\n');
});

test('a command of two seconds or more reports its time', () => {
  let now = 0;
  mock.method(performance, 'now', () => now);
  const { texts, output } = record(false);
  const end = timeCommand(output);
  now = 1900;
  end();
  now = 65_000;
  end();
  assert.deepEqual(texts, ['用了 1 分 5 秒\n']);
});

test('a duration is in minutes and seconds', () =>
  assert.deepEqual([0, 1400, 59_700, 125_000].map(formatDuration), [
    '1 秒',
    '1 秒',
    '1 分 0 秒',
    '2 分 5 秒',
  ]));
