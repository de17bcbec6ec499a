import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileHeaders } from '../../../src/outputs/file-headers.ts';
import { groupObjects, headerRules, siteObjects, type SiteObject } from './objects.ts';
import { readRecord, RECORD, writeRecord } from './record.ts';
import { startStep } from '../../../src/progress.ts';
import type { Store } from './store.ts';

/** What a deployment does to a store, in this order. */
export interface DeployPlan {
  /** Withdrawn objects that are still there. */
  withdrawn: string[];
  /** Objects to send: notices of withdrawn letters, then the others in their groups. */
  groups: SiteObject[][];
  /** Objects of former deployments that are no longer part of the site. */
  gone: string[];
  /** The number of objects that are right already. */
  unchanged: number;
  /** Objects that this tool did not put there; they stay. */
  foreign: string[];
  /** The digest of the rules for headers, and that of the former deployment. */
  rules: string;
  rulesBefore: string | null;
  /** The keys of the site, and those of former deployments. */
  keys: string[];
  knownKeys: string[];
  /** The keys that the tool removed, now or before, of which the bucket may keep versions. */
  former: string[];
}

/** Thrown if the store holds something else under keys of the site. */
export class OccupiedError extends Error {}

/** Thrown if another deployment to the same place began meanwhile. */
export class OvertakenError extends Error {}

/** Compares the built site with a store. Throws an OccupiedError. */
export async function planDeployment(store: Store, dist: string, home: URL): Promise<DeployPlan> {
  const comparing = startStep('与桶里的比较');
  const { notices, others, withdrawn } = siteObjects(dist);
  // One after the other: the first answer sets the clock that the client signs with, if this machine's is wrong.
  const there = await store.list();
  const record = await readRecord(store);
  there.delete(RECORD);
  const rules = headerRules(home);
  const all = [...notices, ...others];
  const known = new Set(record?.keys);
  const occupied = record ? [] : all.filter(({ key }) => there.has(key));
  if (occupied.length > 0) throw new OccupiedError(occupied[0]!.key);
  const isUnchanged = ({ key, md5 }: SiteObject) =>
    record?.rules === rules && there.get(key) === md5;
  comparing.end();
  const toSend = [notices, ...groupObjects(others, there)].map((group) =>
    group.filter((one) => !isUnchanged(one)),
  );
  const keys = new Set(all.map(({ key }) => key));
  const taken = new Set(withdrawn);
  return {
    withdrawn: withdrawn.filter((key) => there.has(key)),
    groups: toSend,
    gone: [...there.keys()].filter((key) => known.has(key) && !keys.has(key) && !taken.has(key)),
    unchanged: all.length - toSend.flat().length,
    foreign: [...there.keys()].filter((key) => !known.has(key) && !keys.has(key)),
    rules,
    rulesBefore: record?.rules ?? null,
    keys: [...keys],
    knownKeys: [...known],
    former: [...new Set([...(record?.former ?? []), ...known, ...taken])].filter(
      (key) => !keys.has(key),
    ),
  };
}

/** Requests that are under way at a time. */
const PARALLEL = 8;

/** Does something for each item, some at a time. After the first failure nothing more is begun. */
const forEachParallel = <T>(items: T[], act: (item: T) => Promise<void>): Promise<void> =>
  Readable.from(items).forEach(act, { concurrency: PARALLEL });

/** Does the same as a step that is reported, if there is any item. */
async function report<T>(
  what: string,
  groups: T[][],
  act: (item: T) => Promise<void>,
): Promise<void> {
  const count = groups.flat().length;
  if (count === 0) return;
  const step = startStep(what, count);
  for (const group of groups)
    await forEachParallel(group, async (item) => {
      await act(item);
      step.advance();
    });
  step.end();
}

/**
 * Brings a store to the built site. Whenever it is interrupted, whatever a reader can reach from the pages that
 * were there is there, and the next run completes it. Throws the error of a request, or an OvertakenError.
 */
export async function deploySite(
  store: Store,
  plan: DeployPlan,
  dist: string,
  home: URL,
): Promise<void> {
  const remove = (what: string, keys: string[]) => report(what, [keys], (key) => store.remove(key));
  await remove('删去撤下的', plan.withdrawn);
  const isFinished = plan.groups.flat().length === 0 && plan.gone.length === 0;
  if (isFinished && plan.withdrawn.length === 0) return;
  // The keys are entered before their objects exist, so that no object is ever forgotten.
  const known = [...new Set([...plan.knownKeys, ...plan.keys])].sort();
  const rules = plan.rulesBefore === plan.rules ? plan.rules : null;
  const record = { former: plan.former, run: randomUUID() };
  await writeRecord(store, { ...record, rules, keys: known });
  await report('上传', plan.groups, ({ key }) =>
    store.put(key, readFileSync(join(dist, key)), fileHeaders(key, home)),
  );
  await remove('删去不再有的', plan.gone);
  // Of two deployments at a time, the one whose record was replaced does not complete it.
  if ((await readRecord(store))?.run !== record.run) throw new OvertakenError();
  await writeRecord(store, { ...record, rules: plan.rules, keys: [...plan.keys].sort() });
}

/**
 * Removes the versions that a bucket keeps of the tool's own objects. Returns their number; undefined if the bucket
 * keeps none.
 */
export async function purgeVersions(store: Store, plan: DeployPlan): Promise<number | undefined> {
  const own = new Set([RECORD, ...plan.keys, ...plan.former]);
  const versions = (await store.oldVersions())?.filter(({ key }) => own.has(key));
  if (!versions) return undefined;
  // Without the mark of its deletion the version before it would be current again.
  const [marks, contents] = [true, false].map((is) =>
    versions.filter(({ isMark }) => isMark === is),
  );
  await report('删去旧版本', [contents!, marks!], ({ key, id }) => store.remove(key, id));
  const record = await readRecord(store);
  if (record && record.former.length > 0) await writeRecord(store, { ...record, former: [] });
  return versions.length;
}
