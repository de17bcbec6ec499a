import type { BuiltPage, BuiltSite } from '../built-site.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { isNoteId, isNumberedFragment, NEXT_STEPS, NOTES } from '../letter/fragment.ts';
import { PART_ORDER } from '../letter/parts.ts';
import { NO_FINGERPRINT } from './fingerprints.ts';
import type { Ledger, LedgerPage } from './ledger.ts';
import {
  ABOUT,
  CARD,
  isLetterPath,
  isSessionPath,
  isTextPath,
  pdfName,
  WITHDRAWN,
} from './paths.ts';

/** The names of the ledger's entries, `#p4` and `letter.txt`, by the path of their page. */
export type PublishedAddresses = Map<string, Set<string>>;

/** The current path of each page that moved, by its old path. */
export type Moved = Map<string, string>;

const PAGE = 'index.html';
/** Files without an entry of their own: the page, hidden files, and the compressed copies that hosts send. */
const UNNAMED = /^index\.html$|^\.|\.(?:br|gz)$/;

/** The path of a file's folder, with its closing slash: `rd17-3/273/`. */
const folderOf = (file: string) => file.replace(/[^/]*$/, '');

/** Fragments of a letter's page that are permanent once they are published. */
const isPermanentFragment = (id: string): boolean =>
  isNumberedFragment(id) ||
  isNoteId(id) ||
  [NEXT_STEPS, NOTES, ...PART_ORDER].some((fragment) => fragment === id);

/** The permanent fragments of a page: on a letter's page its places, on the about page the bureaus. */
function permanentFragments(path: string, { ids }: BuiltPage): string[] {
  if (path === ABOUT) return [...ids].flatMap(([id, element]) => (element === 'li' ? id : []));
  return isTextPath(path) ? [...ids.keys()].filter(isPermanentFragment) : [];
}

/**
 * The addresses of a built site, as the ledger writes them: each page's path with its permanent
 * fragments and, for a letter or a session, the files beside it. The error page and redirects have no address.
 */
export function publishedAddresses(site: BuiltSite): PublishedAddresses {
  const published: PublishedAddresses = new Map();
  const folders = Map.groupBy(site.files, folderOf);
  for (const [file, page] of site.pages) {
    if (page.redirects || file !== folderOf(file) + PAGE) continue;
    const path = folderOf(file);
    const fragments = permanentFragments(path, page).map((id) => `#${id}`);
    const hasFiles = isTextPath(path) || isSessionPath(path);
    const beside = (hasFiles && folders.get(path)) || [];
    const names = beside.map((name) => name.slice(path.length));
    published.set(path, new Set([...fragments, ...names.filter((name) => !UNNAMED.test(name))]));
  }
  return published;
}

/** Files that a build without the Typst compiler cannot make; their absence there is no loss. */
const TYPESET = /\.pdf$|^card\.png$/;

const RESTORE_FRAGMENT = '恢复它；确要删去的段落，在这份答复的更正里写 removed: [段号]';
const RESTORE_BUREAU =
  '恢复它：删去后来登记的别的 id；单位的名称改了的，在 content/site.yaml 的 bureaus 里加一行 - {id: 原来的位置, name: 原来的名称}';
const RESTORE_PAGE =
  '恢复它；确要改网址的，在 content/site.yaml 里写 moved，下面加一行 - {from: 旧网址, to: 新网址}';

/**
 * Reports the addresses that the ledger records and a built site no longer has. The fragments of a page that
 * moved must be on the page to which it leads, its files at the old address. The files of a withdrawn letter may
 * be gone.
 */
export function findLostAddresses(ledger: Ledger, site: BuiltSite, moved: Moved): Diagnostic[] {
  const published = publishedAddresses(site);
  const isTypeset = site.files.has(CARD);
  return [...ledger].flatMap(([path, { file, line, entries }]) => {
    const target = moved.get(path);
    const present = published.get(target ?? path);
    const isPresent = (name: string) =>
      target !== undefined && !name.startsWith('#')
        ? site.files.has(path + name)
        : present?.has(name);
    if (!present)
      return [{ file, line, message: `公布过的网址 /${path} 不见了`, help: RESTORE_PAGE }];
    const isWithdrawn = site.files.has((target ?? path) + WITHDRAWN);
    const help = path === ABOUT ? RESTORE_BUREAU : RESTORE_FRAGMENT;
    return [...entries]
      .filter(([name]) => /^#|\./.test(name) && !isPresent(name))
      .filter(([name]) => name.startsWith('#') || !isWithdrawn)
      .filter(([name]) => isTypeset || !TYPESET.test(name))
      .filter(([name, print]) => !(name.startsWith('source.') && print === NO_FINGERPRINT))
      .map(([name]) => ({ file, line, message: `公布过的 /${path}${name} 不见了`, help }));
  });
}

/**
 * The files that must stay at the old addresses of letters that moved, each with the file of which it is a
 * copy: those that the ledger records beside such a letter, its figures page, and the mark if it is withdrawn.
 */
export const movedFiles = (ledger: Ledger, moved: Moved): Map<string, string> =>
  new Map(
    [...moved]
      .filter(([from, to]) => isLetterPath(from) && isLetterPath(to))
      .flatMap(([from, to]) => {
        const filesBeside = (path: string) =>
          [...(ledger.get(path)?.entries.keys() ?? [])].filter((name) => !/^#|^[^.]*$/.test(name));
        const pages = [...ledger.keys()].filter((path) => path !== from && path.startsWith(from));
        const names = [
          ...[...filesBeside(from), WITHDRAWN],
          ...pages.flatMap((path) =>
            [PAGE, ...filesBeside(path)].map((file) => path.slice(from.length) + file),
          ),
        ];
        const [pdf, pdfNow] = [from, to].map((path) => pdfName(path.slice(0, -1)));
        return names.map((name): [string, string] => [
          from + name,
          to + (name === pdf ? pdfNow : name),
        ]);
      }),
  );

/** The pages, fragments and files of a built site that the ledger does not record yet. */
export const unrecordedAddresses = (ledger: Ledger, site: BuiltSite): string[] =>
  [...publishedAddresses(site)].flatMap(([path, names]) => {
    const recorded = ledger.get(path)?.entries;
    return recorded
      ? [...names].flatMap((name) => (recorded.has(name) ? [] : path + name))
      : [path];
  });

/**
 * The paths of pages whose words are withheld or withdrawn by the ledger, while an earlier release still had
 * fingerprints of them: these words would be published again with that release.
 */
export const findReturningPages = (
  ledger: Ledger,
  earlier: ReadonlyMap<string, LedgerPage['entries']>,
): string[] =>
  [...ledger].flatMap(([path, { entries }]) =>
    [...entries].some(([name, print]) => {
      const before = earlier.get(path)?.get(name);
      return print === NO_FINGERPRINT && before !== undefined && before !== NO_FINGERPRINT;
    })
      ? [path]
      : [],
  );
