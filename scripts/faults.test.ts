import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAULTS } from '../tests/support/faults.ts';
import { tryFault, type CommandName } from '../tests/support/try-fault.ts';

/** A few of the faults that `faults.full.test.ts` tries with every command. */
const SOME: [command: CommandName, name: string][] = [
  ['check', 'content is nothing'],
  ['check', 'content/rd17-3 is a link to itself'],
  ['check', 'content/addresses is a file'],
  ['record', 'content/addresses/rd17-3.txt is a folder'],
  ['add', '.cache is a file'],
  ['add', 'EDQUOT of ^fsync'],
  ['deploy', 'dist/index.html is a folder'],
  ['deploy', 'EBUSY of ^rename.*replies .*replaced'],
  ['withhold', 'EACCES of ^renameSync .*waiting .*(?<!waiting)$'],
  ['handover', 'handover is a link to itself'],
  ['serve', 'PORT is "99999"'],
  ['build', 'SITE_URL is "gov.example"'],
  ['build', '.dist.build is a pipe'],
];
for (const [command, name] of SOME)
  test(`${command} says what to do, without a stack, and leaves nothing half: ${name}`, async () => {
    const fault = FAULTS.find((one) => one.name === name)!;
    const { faults, output } = await tryFault(command, fault);
    assert.deepEqual(faults, [], output);
  });

test('a reader of the output that goes away does not stop a command', async () => {
  const fault = FAULTS.find((one) => one.name === 'the reader of the output goes away')!;
  assert.deepEqual((await tryFault('check', fault)).faults, []);
});
