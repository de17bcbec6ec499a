import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FAULTS } from '../tests/support/faults.ts';
import { ALL, tryFault } from '../tests/support/try-fault.ts';

describe(
  'under a fault a command says what to do, without a stack, and leaves nothing half',
  {
    concurrency: 2,
  },
  () => {
    for (const fault of FAULTS)
      for (const command of fault.tries ?? ALL)
        test(`${command}: ${fault.name}`, async () => {
          const { faults, output } = await tryFault(command, fault);
          assert.deepEqual(faults, [], output);
        });
  },
);
