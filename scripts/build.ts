import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { clearCache } from '../src/cache.ts';
import { AddressError, LOCAL, publicAddress } from '../src/site/public-address.ts';
import { check } from './check.ts';
import { prove } from './prove.ts';
import { diskTrouble, newVersion, place, type Version } from './versions.ts';

/**
 * `npm run build`: proves the content, builds a version of the site apart, proves that too, and only
 * then lets it take the place of `dist`. Stops at the first failure; then, or when it is killed, `dist`
 * is what it was.
 */
const setting = process.env['SITE_URL'];
let address: URL;
try {
  const { origin, pathname } = publicAddress(setting);
  address = new URL(pathname, origin);
  if (setting) console.log(`网站的公开地址：${address.href}`);
  else console.log(`没有设定 SITE_URL：这次生成的网站只供本机查看，地址是 ${LOCAL}`);
} catch (error) {
  if (!(error instanceof AddressError)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** Makes a version that may be published; whether it is one. The steps say themselves what is wrong. */
async function make({ folder, site }: Version): Promise<boolean> {
  const BUILD_CACHE = join(folder, 'cache');
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', BUILD_CACHE };
  const content = await check();
  if (!content) return false;
  for (const command of [
    // With a thousand letters, what is read of them would else take more memory than what is set.
    'node --optimize-for-size --max-semi-space-size=1 scripts/typeset.ts',
    // Many letters fill the memory steadily: collectors at work beside it cost more than they save.
    `node --single-threaded-gc node_modules/astro/bin/astro.mjs build --outDir "${relative('', site)}"`,
  ])
    if (spawnSync(command, { shell: true, stdio: 'inherit', env }).status !== 0) return false;
  rmSync(BUILD_CACHE, { recursive: true, force: true });
  const problems = await prove(site, content.letters, address);
  if (problems.length > 0)
    console.error(`生成的网页有 ${problems.length} 处问题：\n\n${problems.join('\n')}\n`);
  return problems.length === 0;
}

let version: Version | undefined;
try {
  version = newVersion('dist');
  if (await make(version)) {
    place(version);
    version = undefined;
    clearCache();
    console.log('网站已生成，在 dist 文件夹里');
  } else process.exitCode = 1;
} catch (error) {
  console.error(diskTrouble(error));
  process.exitCode = 1;
} finally {
  if (version) {
    rmSync(version.folder, { recursive: true, force: true });
    console.error('没有生成新的网站；dist 里若有原来的，没有改动');
  }
}
