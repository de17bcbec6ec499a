import { explainError } from '../explain-error.ts';
import { deploySite, planDeployment, purgeVersions, type DeployPlan } from './deploy-site.ts';
import { explainStoreError } from './explain.ts';
import { openStore, type Store } from './store.ts';
import { readTarget, StoreRefusal, TargetError, type Target } from './target.ts';

export interface StoreOptions {
  /** The address of the object store. */
  endpoint: string | undefined;
  dryRun: boolean;
  purge: boolean;
}

/** The most keys that a report lists. */
const LISTED = 20;
const list = (title: string, keys: string[]): string[] =>
  keys.length === 0
    ? []
    : [
        `${title} ${keys.length} 个`,
        ...keys.slice(0, LISTED).map((key) => `  ${key}`),
        ...(keys.length > LISTED ? ['  ……'] : []),
      ];

function describePlan(plan: DeployPlan): string {
  return [
    '只是试算，什么也没有改：',
    ...list('先删去撤下的', plan.withdrawn),
    ...list(
      '上传',
      plan.groups.flat().map(({ key }) => key),
    ),
    ...list('最后删去不再有的', plan.gone),
    `没有变、不上传的 ${plan.unchanged} 个`,
  ].join('\n');
}

function describeResult(plan: DeployPlan, store: Store): string {
  const removed = plan.withdrawn.length + plan.gone.length;
  return [
    `上传了 ${plan.groups.flat().length} 个文件，删去 ${removed} 个，没有变的 ${plan.unchanged} 个；请求 ${store.requests()} 次`,
    ...(plan.foreign.length > 0
      ? [`桶里还有 ${plan.foreign.length} 个不是本站放的文件（如 ${plan.foreign[0]}），没有动`]
      : []),
  ].join('\n');
}

/** Removes old versions; returns the sentence about it. */
async function purge(store: Store, plan: DeployPlan): Promise<string> {
  const count = await purgeVersions(store, plan);
  return count === undefined ? '这个桶不留旧版本' : `删去了旧版本 ${count} 个`;
}

/**
 * Publishes the built site, whose home page is at `home`, in an object store. Returns the report. Throws a
 * StoreRefusal, whose message says what state the store is in.
 */
export async function deployToStore(
  address: string,
  dist: string,
  home: URL,
  options: StoreOptions,
): Promise<string> {
  let target: Target;
  try {
    target = readTarget(address, options.endpoint, process.env);
  } catch (error) {
    if (error instanceof TargetError) throw new StoreRefusal(`${error.message}\n没有发布`);
    throw error;
  }
  const store = openStore(target);
  let state = '没有发布；桶里没有改动';
  try {
    const plan = await planDeployment(store, dist, home);
    if (options.dryRun) return describePlan(plan);
    state =
      plan.withdrawn.length > 0
        ? '注意！没有发布完，撤下的答复可能还在桶里。改正以后再运行一次'
        : '没有发布完；桶里的网页都能看，有的还是旧的。再运行一次就补完';
    await deploySite(store, plan, dist, home);
    state = '已经发布，但没有删去旧版本。改法：在对象存储的控制台里删去';
    return [
      `已发布到 ${address}`,
      describeResult(plan, store),
      ...(options.purge ? [await purge(store, plan)] : []),
    ].join('\n');
  } catch (error) {
    const message = explainStoreError(error, target) ?? explainError(error);
    throw new StoreRefusal(`${message}\n${state}`);
  } finally {
    store.close();
  }
}
