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
  /** The keys of objects that it removed since old versions were removed: versions of them may be left. */
  former: string[];
  /** The deployment that wrote this record. */
  run: string;
}

/** Thrown if the record of a store is damaged. */
export class DamagedRecord extends Error {}

/** Reads the record of a store; undefined if nothing was deployed there. Throws a DamagedRecord. */
export async function readRecord(store: Store): Promise<DeployRecord | undefined> {
  const content = await store.get(RECORD);
  if (!content) return undefined;
  try {
    return JSON.parse(gunzipSync(content).toString()) as DeployRecord;
  } catch (cause) {
    throw new DamagedRecord('', { cause });
  }
}

export const writeRecord = (store: Store, record: DeployRecord): Promise<void> =>
  store.put(RECORD, gzipSync(JSON.stringify(record)), {
    'Content-Type': 'application/gzip',
    'Cache-Control': 'no-store',
  });
