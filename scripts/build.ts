import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CHECKED } from '../src/content/checked.ts';
import { clearCache } from '../src/cache.ts';
import { PublicUrlError, LOCAL_URL, publicUrl } from '../src/site/public-url.ts';
import { PAGES, PROVE, TYPESET } from './lib/steps.ts';
import { explainDiskError, createRelease, activate, type Release } from './lib/releases.ts';

/**
 * `npm run build`: proves the content, builds a version of the site apart, proves that too, and only
 * then lets it take the place of `dist`. Stops at the first failure; then, or when it is killed, `dist`
 * is what it was.
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
 * Makes a version that may be published; whether it is one. Each step says itself what is wrong, and is a
 * process of its own: what one keeps of many letters is gone before the next needs memory.
 */
function make({ folder, site }: Release): boolean {
  const BUILD_CACHE = join(folder, 'cache');
  const content = join(folder, 'content');
  const to = relative('', site);
  const run = (step: string[], settings = {}) =>
    spawnSync(process.execPath, step, {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...settings },
    }).status === 0;
  const checked = { BUILD_CACHE, [CHECKED]: content };
  const isMade =
    run([...TYPESET, content]) &&
    run([...PAGES, '--outDir', to], checked) &&
    run([...PROVE, to], checked);
  for (const left of [BUILD_CACHE, content]) rmSync(left, { recursive: true, force: true });
  return isMade;
}

let version: Release | undefined;
try {
  version = createRelease('dist');
  if (make(version)) {
    activate(version);
    version = undefined;
    clearCache();
    console.log('网站已生成，在 dist 文件夹里');
  } else process.exitCode = 1;
} catch (error) {
  console.error(explainDiskError(error));
  process.exitCode = 1;
} finally {
  if (version) {
    rmSync(version.folder, { recursive: true, force: true });
    console.error('没有生成新的网站；dist 里若有原来的，没有改动');
  }
}
