import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a script (`node --import`): kills the whole process group right before the call of `node:fs`
 * that KILL_AT describes, as `COUNT PATTERN`, where the pattern is matched with `NAME ARGUMENTS`.
 */
const [, count, pattern = ''] = /^(\d+) (.*)$/.exec(process.env['KILL_AT'] ?? '') ?? [];
let left = Number(count);
const CALLS = [
  ...['mkdirSync', 'writeFileSync', 'symlinkSync', 'renameSync', 'rmSync', 'rmdirSync'],
  ...['utimesSync', 'copyFileSync', 'readFileSync', 'openSync', 'linkSync'],
] as const;
for (const name of CALLS) {
  const call = fs[name] as (...rest: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...rest: unknown[]) => {
      const paths = rest.slice(0, name === 'writeFileSync' ? 1 : 2);
      const said = [name, ...paths.filter((one) => typeof one === 'string')].join(' ');
      if (new RegExp(pattern).test(said) && --left === 0) process.kill(0, 'SIGKILL');
      return call(...rest);
    },
  });
}
syncBuiltinESMExports();
