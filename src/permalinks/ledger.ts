import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The ledger of published addresses, `content/addresses/*.txt`: one line a page, its address and then
 * what was published there, apart by spaces: `#p4=9c1f2ab3` a place and the fingerprint of its words,
 * `#notes` a place without words of the letter, `letter.txt` a file beside it, `title=…`, and the
 * number of corrections at that time.
 */
export const LEDGER = 'content/addresses';

export interface LedgerPage {
  /** The ledger's file and line, for those who have to look. */
  file: string;
  line: number;
  /** What is kept there, and its fingerprint or '' where there is none. */
  entries: Map<string, string>;
}
export type Ledger = Map<string, LedgerPage>;

const HEAD = `# 公布过的网址，由程序登记（npm run record），不要手改。
# 每行一页：首页之后的网址，页内的位置（#），旁边的文件。等号后是公布时的文字（去掉空白）或文件的 SHA-256 的前八位。`;
const HOME = '/';

/** The ledger's file for an address: one for each session, one for the rest. */
export const ledgerFile = (path: string): string =>
  `${LEDGER}/${/^(?:rd|zx)\d+-\d+(?=\/)/.exec(path)?.[0] ?? 'site'}.txt`;

/** Reads one file of the ledger into `ledger`. The home page's address is empty, written `/`. */
function readLedger(text: string, file: string, ledger: Ledger): void {
  for (const [index, row] of text.split('\n').entries()) {
    const [path = '', ...marks] = row.trim().split(/\s+/);
    if (path === '' || path.startsWith('#')) continue;
    const pairs = marks.map((mark): [string, string] => {
      const [name = '', print = ''] = mark.split('=');
      return [name, print];
    });
    ledger.set(path === HOME ? '' : path, { file, line: index + 1, entries: new Map(pairs) });
  }
}

/** The whole ledger of the project at `root`; empty where nothing has been published. */
export function loadLedger(root: string): Ledger {
  const ledger: Ledger = new Map();
  const folder = join(root, LEDGER);
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name.endsWith('.txt'))
      readLedger(readFileSync(join(folder, name), 'utf8'), `${LEDGER}/${name}`, ledger);
  return ledger;
}

/** One file of the ledger, sorted, so that the same addresses give the same bytes. */
export function writeLedger(pages: Iterable<[string, Map<string, string>]>): string {
  const rows = [...pages].map(([path, marks]) => {
    const words = [...marks].map(([name, print]) => (print ? `${name}=${print}` : name));
    return [path || HOME, ...words.sort()].join(' ');
  });
  return `${[HEAD, ...rows.sort()].join('\n')}\n`;
}
