import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { CHECKED } from '../src/content/checked.ts';
import { clearCache } from '../src/cache.ts';
import { PublicUrlError, LOCAL_URL, publicUrl } from '../src/site/public-url.ts';
import { PAGES, TYPESET } from './lib/steps.ts';
import { explainError } from './lib/explain-error.ts';
import { placeSite, removeBuild, startSite, type SiteBuild } from './lib/site-folder.ts';

/**
 * `npm run build`: checks the content, builds the site apart, verifies it, and only then puts it in the
 * place of `dist`. It stops at the first step that fails; then, or when it is killed, `dist` stays as it
 * was, or the next command restores it.
 */
const setting = process.env['SITE_URL'];
try {
  const { href } = publicUrl(setting);
  if (setting) console.log(`网站的公开地址：${href}`);
  else console.log(`没有设定 SITE_URL：这次生成的网站只供本机查看，地址是 ${LOCAL_URL}`);
} catch (error) {
  if (!(error instanceof PublicUrlError)) throw error;
  console.error(error.message);
  process.exit(1);
}

/**
 * Builds a site in a build's own folder; returns true if it may be published. Each step reports its own
 * problems, and is a process of its own, so that its memory is free before the next step needs it.
 */
function makeSite({ folder, site }: SiteBuild): boolean {
  const BUILD_CACHE = join(folder, 'cache');
  const content = join(folder, 'content');
  const to = relative('', site);
  const run = (step: string[], settings = {}) =>
    spawnSync(process.execPath, step, {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...settings },
    }).status === 0;
  const checked = { BUILD_CACHE, [CHECKED]: content };
  return run([...TYPESET, content]) && run([...PAGES, '--outDir', to], checked);
}

let build: SiteBuild | undefined;
let isPlaced = false;
try {
  build = startSite('dist');
  if (makeSite(build)) {
    placeSite(build);
    isPlaced = true;
    clearCache();
    console.log('网站已生成，在 dist 文件夹里');
  } else process.exitCode = 1;
} catch (error) {
  console.error(explainError(error));
  process.exitCode = 1;
} finally {
  if (build) removeBuild(build);
  if (!isPlaced) console.error('没有生成新的网站；dist 里若有原来的，没有改动');
}
