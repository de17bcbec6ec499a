import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { CHECKED } from '../src/content/checked.ts';
import { clearCache } from '../src/cache.ts';
import { LOCAL_URL, publicUrl } from '../src/site/public-url.ts';
import { completeChanges } from '../src/takedown/transaction.ts';
import { PAGES, TYPESET } from './lib/steps.ts';
import { runCommand } from './lib/explain-error.ts';
import { placeSite, removeBuild, startSite, type SiteBuild } from './lib/site-folder.ts';

/**
 * `npm run build`: checks the content, builds the site apart, verifies it, and only then puts it in the
 * place of `dist`. It stops at the first step that fails; then, or when it is killed, `dist` stays as it
 * was, or the next command restores it.
 */
/**
 * Builds a site in a build's own folder; returns true if it may be published. Each step reports its own
 * problems, and is a process of its own, so that its memory is free before the next step needs it.
 */
function makeSite({ folder, site }: SiteBuild): boolean {
  const BUILD_CACHE = join(folder, 'cache');
  const content = join(folder, 'content');
  const to = relative('', site);
  const run = (step: string[], settings = {}) => {
    const { status, signal, error } = spawnSync(process.execPath, step, {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...settings },
    });
    if (error) throw error;
    if (signal)
      console.error(
        `一步被系统结束了（${signal}），可能是内存不够。改法：关闭别的程序，再运行一次`,
      );
    return status === 0;
  };
  const checked = { BUILD_CACHE, [CHECKED]: content };
  return run([...TYPESET, content]) && run([...PAGES, to], checked);
}

let isPlaced = false;
await runCommand(() => {
  const setting = process.env['SITE_URL'];
  const { href } = publicUrl(setting);
  if (setting) console.log(`网站的公开地址：${href}`);
  else console.log(`没有设定 SITE_URL：这次生成的网站只供本机查看，地址是 ${LOCAL_URL}`);
  completeChanges(process.cwd());
  const build = startSite('dist');
  try {
    if (makeSite(build)) {
      placeSite(build);
      isPlaced = true;
    }
  } finally {
    removeBuild(build);
  }
  if (!isPlaced) return;
  clearCache();
  console.log('网站已生成，在 dist 文件夹里');
});
if (!isPlaced) {
  console.error('没有生成新的网站；dist 里若有原来的，没有改动');
  process.exitCode = 1;
}
