import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadLedger, type Ledger } from '../permalinks/ledger.ts';
import { PART_ORDER } from '../letter/parts.ts';
import { ContentError, type Diagnostic } from '../diagnostics.ts';
import { ABOUT, CARD } from '../permalinks/paths.ts';
import { filesOf } from '../list-files.ts';

const LETTER = /^(?:rd|zx)\d+-\d+\/\d+(?:-\d+)?\/$/;
/** The places of a letter that may be cited. */
const CITED = new RegExp(
  `^(?:[pst]\\d+(?:[a-z]|-\\d+)?|next|notes|n-[a-z0-9-]+|${PART_ORDER.join('|')})$`,
);
/** Of the files beside a letter, its page, and what a host sends in place of another. */
const UNNAMED = /^index\.html$|\.(?:br|gz)$/;
/** A page that only leads on: what it had stands elsewhere. */
const LEADS_ON = '<meta http-equiv="refresh"';

/** The ids of what may be cited on a page: the places of a letter; on the about page bureaus, not headings. */
function placesOn(path: string, html: string): string[] {
  const ids = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, id = '']) => id);
  if (path === ABOUT) return ids(/<li id="([^"]+)"/g);
  return LETTER.test(path) ? ids(/ id="([^"]+)"/g).filter((id) => CITED.test(id)) : [];
}

/** By a page's path, what it offers there. */
type PublishedAddresses = Map<string, Set<string>>;

/**
 * What a built site offers at each page's address, as the ledger writes it: the places that may be
 * cited (`#p4`), and for a letter the files beside it. The error page has no address.
 */
export function publishedAddresses(folder: string): PublishedAddresses {
  const pages: PublishedAddresses = new Map();
  for (const name of filesOf(folder)) {
    if (!/(?:^|\/)index\.html$/.test(name)) continue;
    const path = name.slice(0, -'index.html'.length);
    const html = readFileSync(join(folder, name), 'utf8');
    if (html.includes(LEADS_ON)) continue;
    const beside = LETTER.test(path)
      ? readdirSync(join(folder, path), { withFileTypes: true })
      : [];
    pages.set(
      path,
      new Set([
        ...placesOn(path, html).map((id) => `#${id}`),
        ...beside.flatMap((one) => (one.isFile() && !UNNAMED.test(one.name) ? one.name : [])),
      ]),
    );
  }
  return pages;
}

/** What a machine without the compiler cannot make: it is not lost there, only not made anew. */
const SET = /\.pdf$|^card\.png$/;

const LOST_PLACE = '恢复它；确要删去的段落，在这份答复的更正里写 removed: [段号]';
const LOST_BUREAU =
  '恢复它：删去后来登记的别的 id；单位的名称改了的，在 content/site.yaml 的 bureaus 里加一行 - {id: 原来的位置, name: 原来的名称}';
const MOVE =
  '恢复它；确要改网址的，在 content/site.yaml 里写 moved，下面加一行 - {from: 旧网址, to: 新网址}';

/** What was published and is not there any more among the pages of the site in `folder`. */
function lost(ledger: Ledger, pages: PublishedAddresses, folder: string): Diagnostic[] {
  const typeset = existsSync(join(folder, CARD));
  return [...ledger].flatMap(([path, { file, line, entries }]) => {
    const problem = (message: string, help: string) => [{ file, line, message, help }];
    const there = pages.get(path);
    const redirected = !there && existsSync(join(folder, path, 'index.html'));
    if (redirected) return [];
    if (!there) return problem(`公布过的网址 /${path} 不见了`, MOVE);
    return [...entries.keys()]
      .filter((mark) => /^#|\./.test(mark) && !there.has(mark) && (typeset || !SET.test(mark)))
      .flatMap((mark) =>
        problem(`公布过的 /${path}${mark} 不见了`, path === ABOUT ? LOST_BUREAU : LOST_PLACE),
      );
  });
}

/** Pages and places that the ledger does not have yet. */
export const unrecordedAddresses = (ledger: Ledger, pages: PublishedAddresses): string[] =>
  [...pages].flatMap(([path, marks]) =>
    ledger.has(path)
      ? [...marks].filter((mark) => !ledger.get(path)?.entries.has(mark)).map((mark) => path + mark)
      : [path],
  );

/** Stops a build that loses an address; names what is to be recorded once it is published. */
export const checkPermalinks = (): AstroIntegration => ({
  name: 'kept-addresses',
  hooks: {
    'astro:build:done': ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const ledger = loadLedger(process.cwd());
      const pages = publishedAddresses(folder);
      const problems = lost(ledger, pages, folder);
      if (problems.length > 0) throw new ContentError(problems);
      const count = unrecordedAddresses(ledger, pages).length;
      if (count > 0) logger.info(`有 ${count} 个新网址还没有登记。公布时运行 npm run record`);
    },
  },
});
