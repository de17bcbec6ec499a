import { sha256 } from '../digest.ts';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError, wholeFile, type Diagnostic, type FileDiagnostic } from '../diagnostics.ts';
import { HOME, isTextPath, sessionOf } from './paths.ts';

/**
 * The folder of the ledger, which records every published address. Its files `*.txt` have one line a page:
 * the page's path, then its entries, separated by spaces. An entry is the name of a fragment or of a file
 * beside the page and, where its content is the letter's own, a fingerprint of that content, or `withheld` if
 * words are withheld: `#p4=9c1f2ab3`, `#notes`, `letter.txt`, `source.txt=…`, `title=…`. `corrections=2` is
 * the number of corrections when the page was recorded. The last line has the number of pages and a checksum,
 * which reveal a file that was cut or edited.
 */
export const LEDGER = 'content/addresses';

/** The ledger's record of one page. */
export interface LedgerPage {
  /** The ledger's file, and the line in it, that diagnostics name. */
  file: string;
  line: number;
  /** Fingerprints, or `withheld`, by the names of the entries; '' for an entry without a fingerprint. */
  entries: Map<string, string>;
}
/** The recorded pages by their paths. */
export type Ledger = Map<string, LedgerPage>;

const HEAD = `# 公布过的网址，由程序登记（npm run record），不要手改。
# 每行一页：首页之后的网址，页内的位置（#），旁边的文件。等号后是公布时的文字（去掉空白）或文件的 SHA-256 的前八位；withheld 是依法不公开或已撤下的，没有指纹。`;
/** The path of the home page is empty; the ledger writes it as `/`. */
const HOME_NAME = '/';

const PATH = /^(?:\/|(?:[a-z\d][\w.-]*\/)+)$/;
const ENTRY =
  /^(?:corrections=\d+|(?:#[^\s=]+|title|[\w-][\w.-]*\.\w+)(?:=(?:[\da-f]{8}|withheld))?)$/;

const HELP = '不要手改；用 git 取回公布时的这个文件，再运行 npm run record';

/** The ledger's file for a path: one file for each session, one for the other pages. */
export const ledgerFile = (path: string): string => `${LEDGER}/${sessionOf(path) ?? 'site'}.txt`;

/** The last line of a file with these rows: `# 以上 3 行，校验码 1a2b3c4d`. */
function lastLine(rows: string[]): string {
  const checksum = sha256(rows.join('\n')).slice(0, 8);
  return `# 以上 ${rows.length} 行，校验码 ${checksum}`;
}

/** Matches the entries that must have a fingerprint but lack it. */
const BARE = /^(?:title|source\.[^=]+)$/;

/** Splits a row into the path of its page and the page's entries. */
function splitRow(row: string): [path: string, entries: LedgerPage['entries']] {
  const [name = '', ...words] = row.split(/\s+/);
  const pairs = words.map((word): [string, string] => {
    const [key = '', fingerprint = ''] = word.split('=');
    return [key, fingerprint];
  });
  return [name === HOME_NAME ? HOME : name, new Map(pairs)];
}

/** The entries of each page in a published copy of the ledger, `addresses.txt`. */
export const readPublishedLedger = (text: string): Map<string, LedgerPage['entries']> =>
  new Map(
    text
      .split('\n')
      .filter((row) => row !== '' && !row.startsWith('#'))
      .map(splitRow),
  );

/** Returns the fault of a row of a file, in its path or one of its entries; undefined if there is none. */
function rowFault(row: string, file: string): string | undefined {
  const [name = '', ...entries] = row.split(/\s+/);
  const path = name === HOME_NAME ? HOME : name;
  if (!PATH.test(name)) return `“${name}”不是网址`;
  if (ledgerFile(path) !== file) return `网址 ${name} 不登记在这个文件里`;
  const wrong = entries.find((entry) => !ENTRY.test(entry));
  if (wrong) return `“${wrong}”不是页内的位置或旁边的文件`;
  const names = entries.map((entry) => entry.replace(/=.*/, ''));
  const twice = names.find((entry, index) => names.indexOf(entry) !== index);
  if (twice) return `${twice} 写了两次`;
  const bare = isTextPath(path) && entries.find((entry) => BARE.test(entry));
  return bare ? `${bare} 后面缺少等号和公布时的文字` : undefined;
}

/** Reads the text of one file of the ledger. Reports each line that `npm run record` would not have written. */
function parseLedgerFile(text: string, file: string): { pages: Ledger; faults: FileDiagnostic[] } {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
  const pages: Ledger = new Map();
  const faults: FileDiagnostic[] = [];
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#'));
  for (const [index, row] of lines.entries()) {
    if (row === '' || row.startsWith('#')) continue;
    const line = index + 1;
    const [path, entries] = splitRow(row);
    const first = pages.get(path);
    const message =
      rowFault(row, file) ?? (first && `网址 ${path || HOME_NAME} 在第 ${first.line} 行已有`);
    if (message) faults.push({ line, message, help: HELP });
    pages.set(path, { file, line, entries });
  }
  if (faults.length === 0 && lines.at(-1) !== lastLine(rows)) {
    const message = '与登记时不同：最后一行的行数或校验码不符，文件被截断或改动过';
    faults.push({ line: lines.length, message, help: HELP });
  }
  return { pages, faults };
}

/**
 * Reads the ledger of the project at `root`; it is empty if nothing has been published. Reports every line
 * that `npm run record` has not written, and anything else in the place of a file or of the folder.
 */
export function readLedger(root: string): { ledger: Ledger; diagnostics: Diagnostic[] } {
  const ledger: Ledger = new Map();
  const entry = lstatSync(join(root, LEDGER), { throwIfNoEntry: false });
  if (!entry) return { ledger, diagnostics: [] };
  if (!entry.isDirectory()) {
    const help = '移走它，用 git 取回公布时的这个文件夹';
    return { ledger, diagnostics: [wholeFile(LEDGER, '应是文件夹，却是文件或链接', help)] };
  }
  const names = readdirSync(join(root, LEDGER), { withFileTypes: true });
  const diagnostics = names
    .filter(({ name }) => name.endsWith('.txt'))
    .flatMap((found): Diagnostic[] => {
      const file = `${LEDGER}/${found.name}`;
      if (!found.isFile()) return [wholeFile(file, '应是普通的文件', `移走它；${HELP}`)];
      const { pages, faults } = parseLedgerFile(readFileSync(join(root, file), 'utf8'), file);
      for (const [path, page] of pages) ledger.set(path, page);
      return faults.map((fault) => ({ file, ...fault }));
    });
  return { ledger, diagnostics };
}

/** Reads the ledger of the project at `root`. Throws a ContentError if it is not whole. */
export function loadLedger(root: string): Ledger {
  const { ledger, diagnostics } = readLedger(root);
  if (diagnostics.length > 0) throw new ContentError(diagnostics);
  return ledger;
}

/** The text of one file of the ledger, sorted, so that the same pages result in the same bytes. */
export function formatLedgerFile(pages: Iterable<[path: string, LedgerPage['entries']]>): string {
  const rows = [...pages].map(([path, entries]) => {
    const words = [...entries].map(([name, fingerprint]) =>
      fingerprint ? `${name}=${fingerprint}` : name,
    );
    return [path || HOME_NAME, ...words.sort()].join(' ');
  });
  rows.sort();
  return `${[HEAD, ...rows, lastLine(rows)].join('\n')}\n`;
}
