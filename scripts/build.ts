import { spawnSync } from 'node:child_process';
import { AddressError, LOCAL, publicAddress } from '../src/site/public-address.ts';

/** `npm run build`: proves the content, checks the types, then builds `dist`. Stops at the first failure. */
const setting = process.env['SITE_URL'];
try {
  const { origin, pathname } = publicAddress(setting);
  if (setting) console.log(`网站的公开地址：${origin}${pathname}`);
  else console.log(`没有设定 SITE_URL：这次生成的网站只供本机查看，地址是 ${LOCAL}`);
} catch (error) {
  if (!(error instanceof AddressError)) throw error;
  console.error(error.message);
  process.exit(1);
}
const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
for (const command of [
  'node scripts/check.ts',
  'astro check --minimumSeverity warning',
  // With a thousand letters, what is read of them would else take more memory than what is set.
  'node --optimize-for-size --max-semi-space-size=1 scripts/typeset.ts',
  'astro build',
]) {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
