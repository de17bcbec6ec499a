import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME, sessionOf } from './paths.ts';

/**
 * The folder of the ledger, which records every published address. Its files `*.txt` have one line a
 * page: the page's path, then its entries, separated by spaces. An entry is the name of a fragment or
 * of a file beside the page and, where its content is the letter's own, a fingerprint of that content:
 * `#p4=9c1f2ab3`, `#notes`, `letter.txt`, `source.txt=…`, `title=…`; `#p5=withheld` where words are
 * withheld. `corrections=2` is the number of corrections when the page was recorded.
 */
export const LEDGER = 'content/addresses';

/** The ledger's record of one page. */
export interface LedgerPage {
  /** The ledger's file, and the line in it, that diagnostics name. */
  file: string;
  line: number;
  /** Fingerprints by the names of the entries; '' for an entry without a fingerprint. */
  entries: Map<string, string>;
}
/** The recorded pages by their paths. */
export type Ledger = Map<string, LedgerPage>;

const HEAD = `# 公布过的网址，由程序登记（npm run record），不要手改。
# 每行一页：首页之后的网址，页内的位置（#），旁边的文件。等号后是公布时的文字（去掉空白）或文件的 SHA-256 的前八位；withheld 是依法不公开一部分的，没有指纹。`;
/** The path of the home page is empty; the ledger writes it as `/`. */
const HOME_NAME = '/';

/** The ledger's file for a path: one file for each session, one for the other pages. */
export const ledgerFile = (path: string): string => `${LEDGER}/${sessionOf(path) ?? 'site'}.txt`;

/** Reads the text of one file of the ledger. */
function parseLedgerFile(text: string, file: string): [path: string, page: LedgerPage][] {
  return text.split('\n').flatMap((row, index) => {
    const [path = '', ...entries] = row.trim().split(/\s+/);
    if (path === '' || path.startsWith('#')) return [];
    const pairs = entries.map((entry): [string, string] => {
      const [name = '', fingerprint = ''] = entry.split('=');
      return [name, fingerprint];
    });
    const page = { file, line: index + 1, entries: new Map(pairs) };
    return [[path === HOME_NAME ? HOME : path, page]];
  });
}

/** Reads the ledger of the project at `root`; it is empty if nothing has been published. */
export function loadLedger(root: string): Ledger {
  const folder = join(root, LEDGER);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    names
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) =>
        parseLedgerFile(readFileSync(join(folder, name), 'utf8'), `${LEDGER}/${name}`),
      ),
  );
}

/** The text of one file of the ledger, sorted, so that the same pages result in the same bytes. */
export function formatLedgerFile(pages: Iterable<[path: string, LedgerPage['entries']]>): string {
  const rows = [...pages].map(([path, entries]) => {
    const words = [...entries].map(([name, fingerprint]) =>
      fingerprint ? `${name}=${fingerprint}` : name,
    );
    return [path || HOME_NAME, ...words.sort()].join(' ');
  });
  return `${[HEAD, ...rows.sort()].join('\n')}\n`;
}
