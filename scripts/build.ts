import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKED } from '../src/content/checked.ts';
import { clearCache, emptyCache } from '../src/cache.ts';
import { countLetters, FINISHED } from '../src/finished/build.ts';
import { filesOf } from '../src/list-files.ts';
import { startStep } from '../src/progress.ts';
import { LOCAL_URL, publicUrl } from '../src/site/public-url.ts';
import { completeChanges } from '../src/takedown/transaction.ts';
import { FRUGAL, PAGES, TYPESET } from './lib/steps.ts';
import { explainRefusal, runCommand } from './lib/explain-error.ts';
import { placeSite, removeBuild, startSite, type SiteBuild } from './lib/site-folder.ts';

/**
 * `npm run build [-- --force]`: checks the content, builds the site apart, verifies it, and only then puts it in the
 * place of `dist`. It stops at the first step that fails; then, or when it is killed, `dist` stays as it
 * was, or the next command restores it. What did not change since a former build is taken from it; with
 * `--force`, or with `CI=true` in the environment, everything is made from nothing.
 */
/**
 * Builds a site in a build's own folder; returns true if it may be published. Each step reports its own
 * problems, and is a process of its own, so that its memory is free before the next step needs it.
 */
function makeSite({ folder, site }: SiteBuild, verbose: boolean): boolean {
  const BUILD_CACHE = join(folder, 'cache');
  const to = relative('', site);
  const run = (step: string[], settings = {}) => {
    const { status, signal, error } = spawnSync(process.execPath, step, {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...FRUGAL, ...settings },
    });
    if (error) throw error;
    if (signal)
      console.error(
        `一步被系统结束了（${signal}），可能是内存不够。改法：关闭别的程序，再运行一次`,
      );
    return status === 0;
  };
  const checked = {
    BUILD_CACHE,
    [CHECKED]: join(folder, 'content'),
    [FINISHED]: join(folder, 'finished'),
  };
  return (
    run([...TYPESET, folder]) && run([...PAGES, to, ...(verbose ? ['--verbose'] : [])], checked)
  );
}

const USAGE =
  '写法：npm run build，或 npm run build -- --force（不用以前做好的，全部重做），--verbose（列出做的每个网页）';

/** Reads the command line. Throws an error of `parseArgs`. */
const readOptions = () =>
  parseArgs({
    options: {
      force: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  }).values;

/** The report of a build. */
function report({ folder, target }: SiteBuild, isLocal: boolean): string {
  const { all, finished } = countLetters(join(folder, 'finished'));
  const made = finished === 0 ? '' : `，新做的 ${all - finished} 份`;
  return [
    '网站已生成，在 dist 文件夹里',
    `共 ${all} 份答复${made}；${filesOf(target).length} 个文件`,
    isLocal
      ? '接着：npm start，在本机看'
      : '接着：npm run record，登记新的网址；再 npm run deploy -- 文件夹，发布',
  ].join('\n');
}

let isPlaced = false;
await runCommand(
  () => {
    const { force, verbose } = readOptions();
    const setting = process.env['SITE_URL'];
    const { href } = publicUrl(setting);
    if (setting) console.log(`网站的公开地址：${href}`);
    else console.log(`没有设定 SITE_URL：这次生成的网站只供本机查看，地址是 ${LOCAL_URL}`);
    completeChanges(process.cwd());
    if (force || process.env['CI'] === 'true') emptyCache();
    const build = startSite('dist');
    try {
      if (makeSite(build, verbose)) {
        const placing = startStep('放到 dist');
        placeSite(build);
        isPlaced = true;
        clearCache();
        placing.end();
        console.log(report(build, !setting));
      }
    } finally {
      removeBuild(build);
    }
  },
  (error) => explainRefusal(error, USAGE),
);
if (!isPlaced) {
  console.error('没有生成新的网站；dist 里若有原来的，没有改动');
  process.exitCode = 1;
}
