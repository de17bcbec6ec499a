import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../../src/digest.ts';
import { filesOf } from '../../../src/list-files.ts';
import { fileHeaders } from '../../../src/outputs/file-headers.ts';
import { MEDIA_TYPES } from '../../../src/outputs/media-types.ts';
import { isLetterPath, WITHDRAWN } from '../../../src/permalinks/paths.ts';

/** Files for other kinds of hosts: an object store cannot choose between compressed forms. */
const NOT_UPLOADED = /\.(?:br|gz)$|^_headers$|(?:^|\/)\./;

/** A file of the built site, as an object of the store. */
export interface SiteObject {
  key: string;
  /** The MD5 of its content in hex, which most stores return as the entity tag. */
  md5: string;
}

/** The objects of a site, and the keys of what was withdrawn. */
export interface SiteObjects {
  /** The notices at the addresses of withdrawn letters: they replace what must not stay. */
  notices: SiteObject[];
  /** All other objects. */
  others: SiteObject[];
  withdrawn: string[];
}

/** What lists other objects, beside pages. */
const LISTS = /\.xml$|^(?:addresses|robots)\.txt$|pagefind-entry\.json$/;

/**
 * The group of a key: files; new pages, letters before lists; changed letters; changed lists and the home page,
 * by which readers find the others.
 */
function groupOf(key: string, isNew: boolean): number {
  const isPage = key.endsWith('.html');
  if (!isPage && !LISTS.test(key)) return 0;
  const isLetter = isLetterPath(key.replace(/(?:figures\/|proposal\/)?index\.html$/, ''));
  if (isPage && isNew && key !== 'index.html') return isLetter ? 1 : 2;
  return isLetter ? 3 : 4;
}

/**
 * The objects in the order of their upload. No page that was there, and no list, comes before what it refers to;
 * new pages, which refer to each other, come before all that leads to them. `there` has the keys of the objects
 * of the store.
 */
export const groupObjects = (
  objects: SiteObject[],
  there: Pick<ReadonlyMap<string, unknown>, 'has'>,
): SiteObject[][] => {
  const groups = Map.groupBy(objects, ({ key }) => groupOf(key, !there.has(key)));
  return [0, 1, 2, 3, 4].map((group) => groups.get(group) ?? []);
};

/** Reads the files of a built site. */
export function siteObjects(dist: string): SiteObjects {
  const files = filesOf(dist);
  const marks = files.filter((file) => file.endsWith(`/${WITHDRAWN}`));
  const folders = marks.map((file) => file.slice(0, -WITHDRAWN.length));
  const withdrawn = folders.flatMap((folder) =>
    readFileSync(join(dist, folder, WITHDRAWN), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((name) => folder + name),
  );
  const isNotice = (key: string) =>
    key.endsWith('.html') && folders.some((folder) => key.startsWith(folder));
  const objects = files
    .filter((file) => !NOT_UPLOADED.test(file))
    .map((key) => ({
      key,
      md5: createHash('md5')
        .update(readFileSync(join(dist, key)))
        .digest('hex'),
    }));
  return {
    notices: objects.filter(({ key }) => isNotice(key)),
    others: objects.filter(({ key }) => !isNotice(key)),
    withdrawn,
  };
}

/** A digest of the rules for headers at an address: if it changes, every object must be sent again. */
export function headerRules(home: URL): string {
  const endings = [...Object.keys(MEDIA_TYPES), 'bin'];
  const samples = endings.flatMap((ending) => [`rd1-1/1/letter.${ending}`, `x.${ending}`]);
  const rules = samples.map((file) => fileHeaders(file, home));
  return sha256(JSON.stringify(rules));
}
