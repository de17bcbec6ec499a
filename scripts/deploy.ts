import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { readPageContent } from '../src/built-site.ts';
import { filesOf } from '../src/list-files.ts';
import { countWithheld } from '../src/letter/withholding.ts';
import { LEDGER, loadLedger, readPublishedLedger } from '../src/permalinks/ledger.ts';
import { isTextPath } from '../src/permalinks/paths.ts';
import { findReturningPages } from '../src/permalinks/published.ts';
import { Refusal } from '../src/refusal.ts';
import { startStep } from '../src/progress.ts';
import { isLoopback } from '../src/site/public-url.ts';
import { portalRemark } from '../src/site/portals.ts';
import { ANSWERABLE, UNANSWERABLE } from '../src/site/publisher.ts';
import { isBucketAddress, StoreRefusal } from './lib/bucket/target.ts';
import { explainRefusal, runCommand } from './lib/explain-error.ts';
import {
  activate,
  createRelease,
  removeRelease,
  currentRelease,
  momentOf,
  previousRelease,
  purgeReleases,
  rollBack,
  siteOf,
  type Release,
} from './lib/releases.ts';
import { restoreSite } from './lib/site-folder.ts';

/**
 * `npm run deploy -- DIR` makes the built site the current release of DIR, a link that a web server serves,
 * in one rename; `npm run deploy -- DIR --rollback` makes the previous release current again. With `--purge`,
 * all earlier releases are removed, so that withheld or withdrawn content does not come back.
 *
 * `npm run deploy -- s3://BUCKET/PATH --endpoint URL` brings an object store to the built site; `--dry-run`
 * only lists what it would do, `--purge` also removes the versions that the bucket keeps.
 */
const DIST = 'dist';
const USAGE = [
  '写法：npm run deploy -- 文件夹，或 npm run deploy -- 文件夹 --rollback（退回上一版），--purge（删去以前的各版）',
  '到对象存储：npm run deploy -- s3://桶/路径 --endpoint 对象存储的地址，--dry-run（只是试算），--purge（删去旧版本）',
].join('\n');

/** Returns true if `path` is `folder` or lies in it. */
const within = (folder: string, path: string) => `${path}${sep}`.startsWith(join(folder, sep));

/** The reason why `dist` must not be published to `served`; undefined if it may be. */
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

/** The paths of the letters that are in the built site and not in the ledger. Throws a ContentError. */
function unrecordedLetters(): string[] {
  const ledger = loadLedger(process.cwd());
  const isPage = (file: string) =>
    !readPageContent(readFileSync(join(DIST, file), 'utf8')).redirects;
  return filesOf(DIST)
    .map((file) => ({ file, path: file.replace(/index\.html$/, '') }))
    .filter(({ file, path }) => isTextPath(path) && !ledger.has(path) && isPage(file))
    .map(({ path }) => path);
}

/** The address of the built site's home page, as its robots.txt states it. */
function homeOf(robots: string): URL | null {
  const sitemap = URL.parse(/^Sitemap: (\S+)/m.exec(robots)?.[1] ?? '');
  return sitemap && new URL('./', sitemap);
}
const robotsFile = join(DIST, 'robots.txt');

/** The reason why the built site must not be published; undefined if it may be. */
function unready(): string | undefined {
  const isWritten = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile();
  if (!isWritten(robotsFile) || !isWritten(join(DIST, 'index.html')))
    return '还没有生成网站。改法：先运行 npm run build';
  const address = homeOf(readFileSync(robotsFile, 'utf8'));
  if (!address || isLoopback(address))
    return '这次生成的网站只供本机查看，不能公布。改法：设定 SITE_URL，重新生成';
  if (!readFileSync(join(DIST, 'index.html'), 'utf8').includes(ANSWERABLE)) return UNANSWERABLE;
  const [taken] = returningPages(DIST);
  if (taken !== undefined)
    return `这次生成的网站里，/${taken} 还有已经撤下或依法不公开的文字：它是在那以前生成的。改法：重新生成`;
  const [first, ...others] = unrecordedLetters();
  if (first) {
    const also = others.length > 0 ? `等 ${others.length + 1} 份答复` : '';
    return `/${first}${also}没有登记，公布后改动了也无从知道。改法：运行 npm run record，把 ${LEDGER} 一并提交；登记过的，先用 git 取回 ${LEDGER}`;
  }
  return undefined;
}

const readFile = (site: string, file: string): string =>
  existsSync(join(site, file)) ? readFileSync(join(site, file), 'utf8') : '';

/** The pages of a site that was built before their words were withheld or withdrawn, by the ledger. */
const returningPages = (site: string): string[] =>
  findReturningPages(
    loadLedger(process.cwd()),
    readPublishedLedger(readFile(site, 'addresses.txt')),
  );

/**
 * A page of an earlier release with words that are withheld or withdrawn since: by the ledger, or because it has
 * fewer marks of withheld words than the current release has.
 */
function returningPage(earlier: string, current: string): string | undefined {
  const marks = (site: string, path: string) => countWithheld(readFile(site, `${path}index.html`));
  return (
    returningPages(earlier)[0] ??
    [...loadLedger(process.cwd()).keys()].find(
      (path) => existsSync(join(earlier, path)) && marks(earlier, path) < marks(current, path),
    )
  );
}

/** Makes the previous release current again, and returns the message for the operator. Throws a Refusal. */
function restorePrevious(served: string): string {
  const previous = previousRelease(currentRelease(served));
  if (!previous)
    throw new Refusal(
      `${served} 没有可以退回的上一版。改法：取回上一版的 content，重新生成，再发布`,
    );
  const moment = `${momentOf(previous)}（UTC）发布的`;
  const path = returningPage(siteOf(previous), served);
  if (path !== undefined)
    throw new Refusal(
      `${moment}上一版里，/${path} 还有已经撤下或依法不公开的文字，不能退回。改法：重新生成网站，用 --purge 发布`,
    );
  rollBack(served, previous);
  return `${served} 已退回 ${moment}一版`;
}

function copyFiles(from: string, to: string): void {
  const files = filesOf(from);
  const step = startStep('复制网站的文件', files.length);
  for (const name of files) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    copyFileSync(join(from, name), join(to, name));
    step.advance();
  }
  step.end();
}

/** Publishes `dist` and returns the message for the operator. */
function publish(served: string, purge: boolean): string {
  const previous = currentRelease(served);
  let release: Release | undefined;
  try {
    release = createRelease(served);
    copyFiles(realpathSync(DIST), release.site);
    activate(release);
    release = undefined;
  } finally {
    if (release) removeRelease(release);
  }
  if (purge) {
    const left = purgeReleases(served);
    const unsure = `；有 ${left} 版可能还有程序在用，没有删去，过一会儿再运行一次`;
    return `已发布到 ${served}。以前的各版已删去，不能退回${left > 0 ? unsure : ''}`;
  }
  return previous
    ? `已发布到 ${served}。${momentOf(previous)}（UTC）发布的上一版还在，退回用 --rollback`
    : `已发布到 ${served}`;
}

/** Publishes `dist` to a folder, or restores the previous release; returns the message. Throws a Refusal. */
function deployToFolder(served: string, options: { rollback: boolean; purge: boolean }): string {
  const reason = refusal(served) ?? (options.rollback ? undefined : unready());
  if (reason) throw new Refusal(reason);
  if (options.rollback) return restorePrevious(served);
  const remark = portalRemark(readFile(DIST, '_headers'), readFile(served, '_headers'));
  return [publish(served, options.purge), remark || []].flat().join('\n');
}

/** Runs the command and returns the message for the operator. Throws a Refusal or a StoreRefusal. */
async function deploy(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rollback: { type: 'boolean', default: false },
      purge: { type: 'boolean', default: false },
      endpoint: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const { rollback, purge, endpoint, 'dry-run': dryRun } = values;
  const [target, ...more] = positionals;
  if (!target || more.length > 0 || (rollback && purge)) throw new Refusal(USAGE);
  restoreSite(DIST);
  if (!isBucketAddress(target)) {
    if (endpoint !== undefined || dryRun) throw new Refusal(USAGE);
    return deployToFolder(resolve(target), { rollback, purge });
  }
  if (rollback)
    throw new Refusal('对象存储里没有上一版。改法：用 git 取回上一版的 content，重新生成，再发布');
  const reason = unready();
  if (reason) throw new Refusal(reason);
  const home = homeOf(readFileSync(robotsFile, 'utf8'))!;
  // Loaded only here: most sites are deployed to a folder.
  const { deployToStore } = await import('./lib/bucket/command.ts');
  return deployToStore(target, realpathSync(DIST), home, { endpoint, dryRun, purge });
}

await runCommand(
  async () => console.log(await deploy()),
  (error) => {
    // Its message says what became of the store.
    if (error instanceof StoreRefusal) return error.message;
    return `${explainRefusal(error, USAGE)}\n没有发布；原来的网站没有改动`;
  },
);
