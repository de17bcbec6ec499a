import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileHeaders } from '../../../src/outputs/file-headers.ts';
import { headerRules, siteObjects, type SiteObject } from './objects.ts';
import { readRecord, RECORD, writeRecord } from './record.ts';
import { startStep } from '../../../src/progress.ts';
import type { Store } from './store.ts';

/** What a deployment does to a store, in this order. */
export interface DeployPlan {
  /** Withdrawn objects that are still there. */
  withdrawn: string[];
  /** Objects to send: notices of withdrawn letters, files, letters, lists. */
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
}

/** Thrown if the store holds something else under keys of the site. */
export class OccupiedError extends Error {}

/** Compares the built site with a store. Throws an OccupiedError. */
export async function planDeployment(store: Store, dist: string, home: URL): Promise<DeployPlan> {
  const comparing = startStep('与桶里的比较');
  const { notices, groups, withdrawn } = siteObjects(dist);
  // One after the other: the first answer sets the clock that the client signs with, if this machine's is wrong.
  const there = await store.list();
  const record = await readRecord(store);
  there.delete(RECORD);
  const rules = headerRules(home);
  const all = [...notices, ...groups.flat()];
  const known = new Set(record?.keys);
  const occupied = record ? [] : all.filter(({ key }) => there.has(key));
  if (occupied.length > 0) throw new OccupiedError(occupied[0]!.key);
  const isUnchanged = ({ key, md5 }: SiteObject) =>
    record?.rules === rules && there.get(key) === md5;
  comparing.end();
  const toSend = [notices, ...groups].map((group) => group.filter((one) => !isUnchanged(one)));
  const keys = new Set(all.map(({ key }) => key));
  return {
    withdrawn: withdrawn.filter((key) => there.has(key)),
    groups: toSend,
    gone: [...there.keys()].filter(
      (key) => known.has(key) && !keys.has(key) && !withdrawn.includes(key),
    ),
    unchanged: all.length - toSend.flat().length,
    foreign: [...there.keys()].filter((key) => !known.has(key) && !keys.has(key)),
    rules,
    rulesBefore: record?.rules ?? null,
    keys: [...keys],
    knownKeys: [...known],
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
 * Brings a store to the built site. Whenever it is interrupted, every page in the store refers only to files
 * that are there, and the next run completes it. Throws the error of a request.
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
  await writeRecord(store, { rules, keys: known });
  await report('上传', plan.groups, ({ key }) =>
    store.put(key, readFileSync(join(dist, key)), fileHeaders(key, home)),
  );
  await remove('删去不再有的', plan.gone);
  await writeRecord(store, { rules: plan.rules, keys: [...plan.keys].sort() });
}

/** Removes the versions that a bucket keeps. Returns their number; undefined if the bucket keeps none. */
export async function purgeVersions(store: Store): Promise<number | undefined> {
  const versions = await store.oldVersions();
  if (versions) await report('删去旧版本', [versions], ({ key, id }) => store.remove(key, id));
  return versions?.length;
}
