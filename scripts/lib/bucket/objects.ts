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

/** The objects of a site in the order of their upload, and the keys of what was withdrawn. */
export interface SiteObjects {
  /** The notices at the addresses of withdrawn letters: they replace what must not stay. */
  notices: SiteObject[];
  /** All other objects, in groups: each group refers only to groups before it. */
  groups: SiteObject[][];
  withdrawn: string[];
}

/** The group of a key: files first, then letters, then what lists them. */
function groupOf(key: string): number {
  if (!/\.(?:html|xml)$|^addresses\.txt$|^robots\.txt$|pagefind-entry\.json$/.test(key)) return 0;
  const path = key.replace(/(?:figures\/|proposal\/)?index\.html$/, '');
  return isLetterPath(path) ? 1 : 2;
}

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
  const others = objects.filter(({ key }) => !isNotice(key));
  return {
    notices: objects.filter(({ key }) => isNotice(key)),
    groups: [0, 1, 2].map((group) => others.filter(({ key }) => groupOf(key) === group)),
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
