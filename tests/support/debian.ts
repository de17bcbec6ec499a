import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** False if whoever runs the tests has forbidden the installation of programs: `npm test -- --no-install`. */
export const mayInstall = (): boolean => process.env['NO_INSTALL'] === undefined;

/** Runs a command without its output; returns true if it succeeded. */
export const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/** Installs Debian's packages; returns false if that is not allowed or fails. */
export function fromDebian(...packages: string[]): boolean {
  if (!mayInstall() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`安装测试所需的 ${packages.join('、')}……`);
  return run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', ...packages);
}

/** Files that tests need besides a browser, and the Debian packages that contain them. */
const PROGRAMS = {
  '/usr/sbin/nginx': 'nginx',
  '/usr/share/nginx/modules-available/mod-http-brotli-static.conf':
    'libnginx-mod-http-brotli-static',
  '/usr/bin/caddy': 'caddy',
  '/usr/bin/openssl': 'openssl',
  '/usr/bin/w3m': 'w3m',
  '/usr/bin/wget': 'wget',
  '/usr/bin/wrk': 'wrk',
};

/**
 * Installs the files that this machine lacks, each from its Debian package. Throws an error that names them if they
 * cannot be installed.
 */
export function needFiles(programs: Record<string, string>): void {
  const missing = () => Object.keys(programs).filter((file) => !existsSync(file));
  const packages = Object.values(programs);
  if (missing().length > 0) fromDebian(...packages);
  if (missing().length > 0)
    throw new Error(`没有找到 ${missing().join('、')}。改法：安装 ${packages.join('、')}`);
}

/** Installs the programs that tests need besides a browser, as `needFiles` does. */
export const needPrograms = (): void => needFiles(PROGRAMS);
