import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readBuiltSite } from '../src/built-site.ts';
import { publishedAddresses, unrecordedAddresses } from '../src/permalinks/published.ts';
import { fingerprints } from '../src/permalinks/fingerprints.ts';
import { LEDGER, ledgerFile, loadLedger, formatLedgerFile } from '../src/permalinks/ledger.ts';
import { loadContent } from '../src/content/load.ts';
import { restoreSite } from './lib/site-folder.ts';

/**
 * `npm run record`, after a build: enters the addresses of the built site and the words of its letters
 * into the ledger, as published. Takes nothing out: a build that loses an address does not get here.
 */
restoreSite('dist');
const ledger = loadLedger(process.cwd());
const content = await loadContent(process.cwd());
const letters = new Map(content.letters.map((one) => [`${one.key}/`, one]));
const site = readBuiltSite('dist');
const built = publishedAddresses(site);
const fresh = unrecordedAddresses(ledger, site);

const files = new Map<string, Map<string, Map<string, string>>>();
for (const path of new Set([...ledger.keys(), ...built.keys()])) {
  const entries = new Map(ledger.get(path)?.entries);
  for (const name of built.get(path) ?? []) entries.set(name, entries.get(name) ?? '');
  const letter = letters.get(path);
  for (const [name, fingerprint] of letter ? fingerprints(letter) : [])
    entries.set(name, fingerprint);
  const file = ledgerFile(path);
  files.set(file, (files.get(file) ?? new Map()).set(path, entries));
}
if (!existsSync(LEDGER)) mkdirSync(LEDGER);
for (const [file, pages] of files) writeFileSync(file, formatLedgerFile(pages));
console.log(`登记了 ${fresh.length} 个新网址，连同各份答复的文字。请把 ${LEDGER} 一并提交。`);
