import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { getSystemErrorMap } from 'node:util';

/**
 * Loaded before a script (`node --import`): makes calls of `node:fs` fail, as a full disk, a mount point or a
 * limit does. FAIL_AT describes them as `CODE PATTERN`, where the pattern is matched with `NAME ARGUMENTS`.
 */
const [, code = '', pattern = ''] = /^(\w+) (.*)$/.exec(process.env['FAIL_AT'] ?? '') ?? [];
const CALLS = [
  ...['mkdir', 'writeFile', 'symlink', 'rename', 'rm', 'rmdir', 'utimes', 'chmod', 'link'],
  ...['copyFile', 'open', 'readFile', 'readdir', 'write', 'fsync'],
];
const [errno = -1, [, meaning = code] = []] =
  [...getSystemErrorMap()].find(([, [name]]) => name === code) ?? [];

/** Returns the error of a call if it must fail. */
function failure(syscall: string, args: unknown[]): Error | undefined {
  const [path, dest] = args.slice(0, 2).map((arg) => (arg instanceof URL ? arg.pathname : arg));
  const paths = [path, ...(/^(?:symlink|rename|link|copyFile)/.test(syscall) ? [dest] : [])];
  const names = paths.filter((one) => typeof one === 'string');
  if (code === '' || !new RegExp(pattern).test([syscall, ...names].join(' '))) return undefined;
  const call = syscall.replace('Sync', '').toLowerCase();
  const error = new Error(`${code}: ${meaning}, ${call} '${names.join("' -> '")}'`);
  return Object.assign(error, {
    errno,
    code,
    syscall: call,
    ...(names[0] && { path: names[0] }),
    ...(names[1] && { dest: names[1] }),
  });
}

type Call = (...args: unknown[]) => unknown;
/** Replaces a call of `from` by one that may fail; `fail` reports the failure in the way of that call. */
function replace(from: object, name: string, fail: (error: Error, args: unknown[]) => unknown) {
  const calls = from as Record<string, Call>;
  const call = calls[name];
  if (!call) return;
  calls[name] = (...args) => {
    const error = failure(name, args);
    return error ? fail(error, args) : call.apply(from, args);
  };
}
for (const name of CALLS) {
  replace(fs, `${name}Sync`, (error) => {
    throw error;
  });
  replace(fs.promises, name, (error) => Promise.reject(error));
  replace(fs, name, (error, args) => process.nextTick(args.at(-1) as Call, error));
}
syncBuiltinESMExports();
