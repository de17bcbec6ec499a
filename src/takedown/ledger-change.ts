import { formatLedgerFile, loadLedger, type LedgerPage } from '../permalinks/ledger.ts';
import type { FileChange } from './transaction.ts';

/**
 * Returns the change of the ledger's file that replaces the entries of a page; no change if the page is not
 * recorded.
 */
export function changeLedger(
  root: string,
  path: string,
  change: (entries: LedgerPage['entries']) => LedgerPage['entries'],
): { page: LedgerPage | undefined; changes: FileChange[] } {
  const ledger = loadLedger(root);
  const before = ledger.get(path);
  if (!before) return { page: undefined, changes: [] };
  const page = { ...before, entries: change(before.entries) };
  const pages = [...ledger.set(path, page)].filter(([, { file }]) => file === page.file);
  const text = formatLedgerFile(pages.map(([name, { entries }]) => [name, entries]));
  return { page, changes: [{ file: page.file, bytes: Buffer.from(text) }] };
}
