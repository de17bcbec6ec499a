import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { browserPath } from '../tests/support/browser.ts';
import { needHosts } from '../tests/support/hosts.ts';

/** `npm test`: a browser and web servers, the format, the types, a fresh build for this machine, then every test. */
const { SITE_URL: _, ...settings } = process.env;
const env = { ...settings, ASTRO_TELEMETRY_DISABLED: '1' };

function run(...command: string[]) {
  const [program = '', ...rest] = command;
  const { status } = spawnSync(program, rest, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

console.log(`测试用的浏览器：${browserPath()}`);
needHosts();
run(
  process.execPath,
  'node_modules/prettier/bin/prettier.cjs',
  '--check',
  '--log-level',
  'warn',
  '.',
);
run(process.execPath, 'node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'warning');
run(process.execPath, 'scripts/build.ts');
// As many files at once as there are cores; Node itself would leave one idle.
const atOnce = `--test-concurrency=${availableParallelism()}`;
run(
  process.execPath,
  '--test',
  atOnce,
  'src/**/*.test.ts',
  'scripts/**/*.test.ts',
  'tests/**/*.test.ts',
);
