import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import {
  expectedObjects,
  NEXT,
  projectWith,
  SITE,
  useStore,
  type Result,
} from '../tests/support/deploy-to-store.ts';
import { BUCKET, KEYS, refuse, type Fault } from '../tests/support/object-store.ts';
import { explainStoreError } from './lib/bucket/explain.ts';
import { openStore } from './lib/bucket/store.ts';
import { readTarget } from './lib/bucket/target.ts';

const at = useStore();

const isChange = (method: string | undefined) => method === 'PUT' || method === 'DELETE';

/** Publishes SITE, then NEXT with a fault that begins at the nth change; returns what the faulty run said. */
async function interrupt(nth: number, fault: Fault): Promise<Result> {
  assert.equal((await at.deploy(projectWith(SITE))).status, 0);
  let changes = 0;
  at.store.setFault(
    (asked, answer) => isChange(asked.method) && ++changes >= nth && fault(asked, answer),
  );
  const result = await at.deploy(projectWith(NEXT));
  at.store.setFault(undefined);
  return result;
}

const everywhere = process.env['TEST_FULL'] ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1, 4, 8];
for (const nth of everywhere)
  test(`killed at change ${nth}, the site in the store reads right, and the next run completes it`, async () => {
    await interrupt(nth, (_, answer) => {
      at.child.kill('SIGKILL');
      answer.destroy();
      return true;
    });
    await at.assertReadsRight(`change ${nth}`);
    await at.assertCompleted();
  });

const FAULTS: [string, Fault, RegExp][] = [
  ['refuses', (_, answer) => refuse(answer, 403, 'AccessDenied'), /没有权限[^]*再运行一次/],
  [
    'denies deletion',
    ({ method }, answer) => method === 'DELETE' && refuse(answer, 403, 'AccessDenied'),
    /没有权限[^]*没有发布完/,
  ],
  ['cuts each object', (_, answer) => (answer.destroy(), true), /连不上[^]*没有发布完/],
  ['has no such bucket any more', (_, answer) => refuse(answer, 404, 'NoSuchBucket'), /没有这个桶/],
  ['is out of order', (_, answer) => refuse(answer, 503, 'SlowDown'), /过一会儿再运行一次/],
];
for (const [name, fault, message] of FAULTS)
  test(`a store that ${name} is named in Chinese, and the site reads right`, async () => {
    const { status, output } = await interrupt(3, fault);
    assert.equal(status, 1, output);
    assert.match(output, message);
    await at.assertReadsRight(name);
    await at.assertCompleted();
  });

test('a cut connection and a busy store are tried again, and a wrong clock is allowed for', async () => {
  let puts = 0;
  at.store.setFault(({ method }, answer) => {
    if (method !== 'PUT') return false;
    puts++;
    if (puts % 5 === 1) return (answer.destroy(), true);
    return puts % 5 === 3 && refuse(answer, 503, 'SlowDown');
  });
  const anHourAhead = 'const { now } = Date; Date.now = () => now() + 3600e3';
  const { status, output } = await at.deploy(projectWith(SITE), [], {
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(anHourAhead)}`,
  });
  assert.equal(status, 0, output);
  assert.deepEqual(await at.storedObjects(), expectedObjects(SITE));
});

test('a site of new pages, of which one is refused, shows no dead link', async () => {
  for (const page of ['rd17-3/index.html', 'bureaus/a/index.html']) {
    at.store.setFault(
      ({ method, url }, answer) =>
        method === 'PUT' && url!.includes(page) && refuse(answer, 403, 'AccessDenied'),
    );
    assert.equal((await at.deploy(projectWith(NEXT))).status, 1);
    await at.assertReadsRight(page);
  }
  at.store.setFault(undefined);
  await at.assertCompleted();
});

test('an object that is cut in the middle is sent again', async () => {
  const large = { ...SITE, 'rd17-3/273/letter.txt': '答'.repeat(500_000) };
  let cuts = 0;
  at.store.setFault((asked, answer) => {
    if (asked.method !== 'PUT' || !asked.url?.includes('letter.txt') || cuts > 0) return false;
    asked.once('data', () => {
      cuts++;
      answer.destroy();
    });
    return true;
  });
  const { status, output } = await at.deploy(projectWith(large));
  assert.equal(status, 0, output);
  assert.equal(cuts, 1);
  assert.deepEqual(await at.storedObjects(), expectedObjects(large));
});

test('a store that falls silent is given up', async () => {
  at.store.setFault(() => true);
  const target = readTarget(`s3://${BUCKET}`, at.store.endpoint, KEYS);
  const silent = openStore(target, 50);
  const error = await silent.list().catch((reason: unknown) => reason);
  silent.close();
  assert.match(explainStoreError(error, target) ?? String(error), /连不上.*超时.*改法/);
  assert.equal(at.store.log.length, 4);
});

test('of two deployments at a time, one asks to be run again', async () => {
  const other = projectWith({ ...SITE, 'card.png': 'other' });
  let second: Promise<Result> | undefined;
  const records = () => at.store.log.filter((line) => /^PUT .*deployed/.test(line)).length;
  at.store.setFault(async ({ method, url = '' }) => {
    if (method !== 'PUT' || url.includes('.deployed')) return false;
    // The other one enters its keys while this one sends its objects.
    second ??= at.deploy(other);
    while (records() < 2) await pause(10);
    return false;
  });
  const { status, output } = await at.deploy(projectWith(SITE));
  assert.equal(status, 1, output);
  assert.match(output, /同时有另一次发布.*再运行一次/);
  assert.equal((await second)?.status, 0);
  at.store.setFault(undefined);
  assert.equal((await at.deploy(projectWith(NEXT))).status, 0);
  assert.deepEqual(await at.storedObjects(), expectedObjects(NEXT));
});
