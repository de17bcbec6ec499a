import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { filesOf } from '../../src/list-files.ts';

/**
 * A folder that readers see is a link to one of its versions, which lie in a hidden folder beside it:
 *
 *     dist → .dist.versions/2026-11-23T03-58-12-345Z-1f0c-4711/site
 *
 * A version is made apart and takes the other's place when one rename puts a new link over the old
 * one. POSIX has no rename of a folder over a full one; of a link over a link it has, and whenever the
 * process ends, the link leads to one whole version. Each version names the one it followed.
 */
export interface Release {
  /** The folder that readers see. */
  served: string;
  /** The version's own folder; its name ends in the id of the process that made it. */
  folder: string;
  /** Its files. */
  site: string;
}

const ID = /^\d{4}-\d\d-\d\dT[\d-]+Z-[\da-f]{4}-(\d+)$/;
const storeOf = (served: string) => join(dirname(served), `.${basename(served)}.versions`);
const siteOf = (folder: string) => join(folder, 'site');

const stat = (path: string) => lstatSync(path, { throwIfNoEntry: false });

/** The folder of the version that is served; none where the folder is no link of ours. */
export function currentRelease(served: string): string | undefined {
  if (!stat(served)?.isSymbolicLink()) return undefined;
  const site = resolve(dirname(served), readlinkSync(served));
  const folder = dirname(site);
  const ours = dirname(folder) === storeOf(served) && ID.test(basename(folder));
  return ours && site === siteOf(folder) ? folder : undefined;
}

/** The folder of the version that this one followed, as long as it is there. */
function previousRelease(folder: string | undefined): string | undefined {
  if (!folder || !existsSync(join(folder, 'former'))) return undefined;
  const before = join(dirname(folder), readFileSync(join(folder, 'former'), 'utf8'));
  return existsSync(siteOf(before)) ? before : undefined;
}

/** The moment at which a version was begun, `2026-11-23 03:58:12` in UTC. */
export const momentOf = (folder: string): string =>
  basename(folder).replace(/^(.{10})T(\d\d)-(\d\d)-(\d\d).*/, '$1 $2:$3:$4');

function isRunning(id: string): boolean {
  const pid = Number(ID.exec(id)?.[1]);
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what nobody needs any more: all but the served version, the one before it and those in the making. */
function clean(served: string): void {
  const store = storeOf(served);
  if (!existsSync(store)) return;
  const ended = readdirSync(store).filter((id) => ID.test(id) && !isRunning(id));
  // A process that ended between the two renames of `lead` left the plain folder aside.
  for (const aside of ended.map((id) => join(store, id, 'replaced')))
    if (!stat(served) && stat(aside)) renameSync(aside, served);
  // Only now: a version that was in the making may since have been put in place.
  const kept = [currentRelease(served), previousRelease(currentRelease(served))];
  for (const id of ended)
    if (!kept.includes(join(store, id))) rmSync(join(store, id), { recursive: true, force: true });
}

/** An empty version of the folder at `path`, to be filled and then placed. */
export function createRelease(path: string): Release {
  const served = resolve(path);
  clean(served);
  const moment = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const id = `${moment}-${randomUUID().slice(0, 4)}-${process.pid}`;
  const folder = join(storeOf(served), id);
  mkdirSync(siteOf(folder), { recursive: true });
  return { served, folder, site: siteOf(folder) };
}

/** Sets the mode that lets a web server's own user read: 755 for folders, 644 for files, whatever the umask. */
function openToReaders(path: string): void {
  const found = lstatSync(path);
  const wanted = found.isDirectory() ? 0o755 : 0o644;
  if ((found.mode & 0o7777) !== wanted) chmodSync(path, wanted);
}

/** Lets the served folder lead to a version, in one rename. */
function pointTo(served: string, folder: string): void {
  const link = join(folder, 'link');
  const windows = process.platform === 'win32';
  rmSync(link, { force: true });
  for (const path of [dirname(folder), folder]) openToReaders(path);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    openToReaders(join(folder, name));
  symlinkSync(
    windows ? siteOf(folder) : relative(dirname(served), siteOf(folder)),
    link,
    'junction',
  );
  // A folder that is no version, as `astro build` alone leaves it, has to go first; on Windows a link too.
  const now = stat(served);
  if (now && (windows || now.isDirectory())) renameSync(served, join(folder, 'replaced'));
  renameSync(link, served);
}

/** A file that stayed the same keeps its date, and so its ETag: readers need not fetch it again. */
function keepDates(site: string, before: string): void {
  for (const name of filesOf(site)) {
    const [file, old] = [join(site, name), join(before, name)];
    const was = stat(old);
    if (was?.isFile() && readFileSync(file).equals(readFileSync(old)))
      utimesSync(file, was.atime, was.mtime);
  }
}

/** Puts a whole version in the place of the served one, which is kept. */
export function activate({ served, folder, site }: Release): void {
  const before = currentRelease(served);
  if (before) {
    keepDates(site, siteOf(before));
    writeFileSync(join(folder, 'former'), basename(before));
  }
  pointTo(served, folder);
}

/** Returns to the version before the served one, if it is there. Gives its folder. */
export function rollBack(path: string): string | undefined {
  const served = resolve(path);
  const before = previousRelease(currentRelease(served));
  if (before) pointTo(served, before);
  return before;
}

/** Why the disk did not do what was asked, for the operator; anything else is thrown on. */
export function explainDiskError(error: unknown): string {
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code))
    return `磁盘已满${path && `：${path}`}。改法：腾出空间，再运行一次`;
  if (/^(EACCES|EPERM|EROFS)$/.test(code))
    return `没有写入的权限：${path}。改法：换有权限的用户，再运行一次`;
  if (code === 'EXDEV')
    return `不在同一个磁盘上：${path}。改法：放到项目文件夹所在的磁盘上，再运行一次`;
  if (/^(ENOTDIR|EEXIST)$/.test(code)) return `要用的文件夹已是别的文件：${path}。改法：把它移走`;
  throw error;
}
