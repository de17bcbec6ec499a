import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { filesOf } from '../src/list-files.ts';
import { LOCAL_URL } from '../src/site/public-url.ts';
import {
  currentRelease,
  explainDiskError,
  momentOf,
  createRelease,
  activate,
  rollBack,
  type Release,
} from './lib/releases.ts';

/**
 * `npm run deploy -- DIR` puts the built site in the place of the one that a web server serves from
 * DIR, in one rename, and keeps that one; `npm run deploy -- DIR --rollback` returns to it.
 */
const DIST = 'dist';
const words = process.argv.slice(2);
const back = words.includes('--rollback');
const [target, ...more] = words.filter((word) => word !== '--rollback');

const within = (folder: string, path: string) => `${path}${sep}`.startsWith(join(folder, sep));

/** Why nothing is to be published in `served`; undefined where it may be. */
function refusal(served: string): string | undefined {
  const parent = dirname(served);
  if (!existsSync(parent)) return `没有文件夹 ${parent}。改法：先建好它，或改正写法`;
  const real = join(realpathSync(parent), basename(served));
  if (within(real, process.cwd()) || within(process.cwd(), real))
    return `${served} 是本项目的文件夹，或在其内，或在其上。改法：换一个文件夹`;
  const now = lstatSync(served, { throwIfNoEntry: false });
  const free =
    !now || currentRelease(served) || (now.isDirectory() && readdirSync(served).length === 0);
  return free ? undefined : `${served} 里已有别的内容，不能覆盖。改法：换一个文件夹，或先把它移走`;
}

/** Why the built site is not fit for the public; undefined where it is. */
function unready(): string | undefined {
  if (!existsSync(join(DIST, 'robots.txt'))) return '还没有生成网站。改法：先运行 npm run build';
  if (readFileSync(join(DIST, 'robots.txt'), 'utf8').includes(LOCAL_URL))
    return '这次生成的网站只供本机查看，不能公布。改法：设定 SITE_URL，重新生成';
  return undefined;
}

function copy(from: string, to: string): void {
  for (const name of filesOf(from)) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    copyFileSync(join(from, name), join(to, name));
  }
}

function publish(served: string): string {
  let version: Release | undefined;
  try {
    version = createRelease(served);
    copy(realpathSync(DIST), version.site);
    const before = currentRelease(served);
    activate(version);
    version = undefined;
    return before
      ? `已发布到 ${served}。${momentOf(before)}（UTC）发布的上一版还在，退回用 --rollback`
      : `已发布到 ${served}`;
  } finally {
    if (version) rmSync(version.folder, { recursive: true, force: true });
  }
}

/** What was done; throws the reason why nothing was. */
function deploy(served: string): string {
  const trouble = refusal(served) ?? (back ? undefined : unready());
  if (trouble) throw trouble;
  if (!back) return publish(served);
  const before = rollBack(served);
  if (!before) throw `${served} 没有可以退回的上一版`;
  return `${served} 已退回 ${momentOf(before)}（UTC）发布的一版`;
}

try {
  if (!target || more.length > 0)
    throw '写法：npm run deploy -- 文件夹，或 npm run deploy -- 文件夹 --rollback';
  console.log(deploy(resolve(target)));
} catch (error) {
  console.error(typeof error === 'string' ? error : explainDiskError(error));
  console.error('没有发布；原来的网站没有改动');
  process.exitCode = 1;
}
