import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readBuiltSite } from '../src/built-site.ts';
import { publishedAddresses, unrecordedAddresses } from '../src/permalinks/published.ts';
import { fingerprints } from '../src/permalinks/fingerprints.ts';
import { publishedTexts } from '../src/letter/letter.ts';
import { letterPath } from '../src/permalinks/paths.ts';
import { LEDGER, ledgerFile, loadLedger, formatLedgerFile } from '../src/permalinks/ledger.ts';
import { findFutureMoments } from '../src/content/future.ts';
import { ContentError } from '../src/diagnostics.ts';
import { loadContent } from '../src/content/load.ts';
import { filesOf } from '../src/list-files.ts';
import { startStep } from '../src/progress.ts';
import { writeWhole } from '../src/write-whole.ts';
import { runCommand } from './lib/explain-error.ts';
import { restoreSite } from './lib/site-folder.ts';

/**
 * `npm run record`, after a build: enters the addresses of the built site and the fingerprints of its
 * letters' words into the ledger of what is published. It removes nothing, since a build that loses an
 * address fails before.
 */
async function record(): Promise<void> {
  restoreSite('dist');
  const ledger = loadLedger(process.cwd());
  const content = await loadContent(process.cwd());
  const future = findFutureMoments(process.cwd(), content.letters, Date.now());
  if (future.length > 0) throw new ContentError(future);
  const letters = new Map(
    publishedTexts(content.letters).map((letter) => [letterPath(letter), letter]),
  );
  const pages = filesOf('dist').filter((file) => file.endsWith('.html'));
  const step = startStep('读生成的网站', pages.length);
  const site = readBuiltSite('dist', step.advance);
  step.end();
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
  const changed = [...files]
    .map(([file, pages]): [string, string] => [file, formatLedgerFile(pages)])
    .filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  for (const [file, text] of changed) writeWhole(file, Buffer.from(text));
  // Incomplete files of a killed run.
  for (const name of readdirSync(LEDGER))
    if (/\.txt\.[\da-f-]{36}$/.test(name)) rmSync(join(LEDGER, name), { force: true });
  if (changed.length === 0) console.log(`没有新的内容要登记，${LEDGER} 没有改动。`);
  else if (fresh.length === 0)
    console.log(`没有新网址；登记了各份答复改动后的文字。请把 ${LEDGER} 一并提交。`);
  else
    console.log(`登记了 ${fresh.length} 个新网址，连同各份答复的文字。请把 ${LEDGER} 一并提交。`);
}

await runCommand(record);
