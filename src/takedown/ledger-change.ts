import { loadSite } from '../content/load.ts';
import {
  formatLedgerFile,
  loadLedger,
  type Ledger,
  type LedgerPage,
} from '../permalinks/ledger.ts';
import { letterPath } from '../permalinks/paths.ts';
import type { FileChange } from './transaction.ts';

/** A change of the ledger: the record of the letter's page after it, the whole ledger, and the files that change. */
interface LedgerChange {
  page: LedgerPage | undefined;
  ledger: Ledger;
  changes: FileChange[];
}

/** The paths of a letter's page: its own, and those that now lead to it; the ledger keeps their entries too. */
function pathsOf(root: string, keys: string[]): string[] {
  const paths = keys.map((key) => letterPath({ key }));
  const { moved = [] } = loadSite(root).value?.words ?? {};
  for (const path of paths)
    paths.push(
      ...moved.flatMap(({ from, to }) => (to === path && !paths.includes(from) ? from : [])),
    );
  return paths;
}

/**
 * Returns the change of the ledger's files that replaces the entries of the pages of some keys, and of the
 * addresses that now lead to them; `page` is that of the first. There is no change if no page is recorded.
 */
export function changeLedger(
  root: string,
  keys: [string, ...string[]],
  change: (entries: LedgerPage['entries'], path: string) => LedgerPage['entries'],
): LedgerChange {
  const ledger = loadLedger(root);
  const recorded = pathsOf(root, keys).filter((path) => ledger.has(path));
  for (const path of recorded) {
    const page = ledger.get(path)!;
    ledger.set(path, { ...page, entries: change(page.entries, path) });
  }
  const files = new Set(recorded.map((path) => ledger.get(path)!.file));
  const changes = [...files].map((file) => {
    const pages = [...ledger].filter(([, page]) => page.file === file);
    const text = formatLedgerFile(pages.map(([path, { entries }]) => [path, entries]));
    return { file, bytes: Buffer.from(text) };
  });
  return { page: ledger.get(letterPath({ key: keys[0] })), ledger, changes };
}
