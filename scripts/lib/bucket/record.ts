import { gunzipSync, gzipSync } from 'node:zlib';
import type { Store } from './store.ts';

/** The object that says what this tool put into the store. Readers have no use for it. */
export const RECORD = '.deployed.json.gz';

/** What this tool put into a store. */
export interface DeployRecord {
  /** The digest of the rules for headers that all objects follow; null while they are being changed. */
  rules: string | null;
  /** The keys of all objects that this tool put there, or was about to. */
  keys: string[];
}

/** Reads the record of a store; undefined if nothing was deployed there. Throws a SyntaxError if it is damaged. */
export async function readRecord(store: Store): Promise<DeployRecord | undefined> {
  const content = await store.get(RECORD);
  return content && JSON.parse(gunzipSync(content).toString());
}

export const writeRecord = (store: Store, record: DeployRecord): Promise<void> =>
  store.put(RECORD, gzipSync(JSON.stringify(record)), {
    'Content-Type': 'application/gzip',
    'Cache-Control': 'no-store',
  });
