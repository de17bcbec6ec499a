import { accessSync, constants, lstatSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { printable } from '../../src/diagnostics.ts';
import { Unreadable } from '../../src/received/unreadable.ts';
import { leaveStep, showProgress, timeCommand } from '../../src/progress.ts';
import { Refusal } from '../../src/refusal.ts';

/** An error of the system. `path` and `dest` are the paths of the call that failed; '' if it had none. */
interface SystemError {
  code: string;
  path: string;
  dest: string;
  syscall: string;
}

/** What failed and what to do, in Chinese, by the code of the system (POSIX, `errno`). */
const SYSTEM: [codes: RegExp, message: string, help: string][] = [
  [/^(?:ENOSPC|EDQUOT|EFBIG)$/, '磁盘已满', '腾出空间，再运行一次'],
  [/^(?:EACCES|EPERM|EROFS)$/, '没有读写的权限', '换有权限的用户，再运行一次'],
  [/^EXDEV$/, '不在同一个磁盘上', '放到项目文件夹所在的磁盘上，再运行一次'],
  [
    /^(?:EBUSY|ETXTBSY)$/,
    '正被占用',
    '是挂载点（如容器的卷）的，挂载它上一级的文件夹；被别的程序打开的，先关闭它',
  ],
  [/^(?:ENOTDIR|EEXIST|ENOTEMPTY)$/, '要用的文件夹已是别的文件', '把它移走'],
  [/^EISDIR$/, '要用的文件已是文件夹', '把它移走'],
  [/^ENOENT$/, '没有这个文件或文件夹', '检查名称；是链接的，删去；项目里缺少的，用 git 取回'],
  [/^ELOOP$/, '链接绕成了一圈', '删去这个链接，把文件本身放在这里'],
  [/^ENAMETOOLONG$/, '名称太长', '改短'],
  [/^(?:EMFILE|ENFILE)$/, '打开的文件太多', '关闭别的程序，或用 ulimit -n 4096 放宽，再运行一次'],
  [/^(?:ENOMEM|EAGAIN)$/, '内存或进程不够', '关闭别的程序，再运行一次'],
  [/^/, '系统报错', '检查磁盘和系统，再运行一次'],
];

/** Matches the number that native programs of npm put into the text of an error of the system. */
const OS_ERROR = /\(os error (\d+)\)/;
const PATH_IN_TEXT = /(?:["'`]| in )(\/[^"'`\n]+)/;

/** The words of the one error to which `rmSync` of Node 24 gives no code. */
const LOOP = /Too many levels of symbolic links/;

/** Returns an error as an error of the system; undefined if it is none. */
function asSystemError(error: Error): SystemError | undefined {
  const { code = '', syscall, path = '', dest = '' } = error as Partial<SystemError>;
  if (syscall !== undefined && /^E[A-Z\d]+$/.test(code)) return { code, syscall, path, dest };
  if (syscall !== undefined && LOOP.test(error.message))
    return { code: 'ELOOP', syscall, path, dest };
  const number = OS_ERROR.exec(error.message)?.[1];
  const [name] = getSystemErrorMap().get(-Number(number)) ?? [];
  return name === undefined
    ? undefined
    : { code: name, syscall: '', path: PATH_IN_TEXT.exec(error.message)?.[1] ?? '', dest: '' };
}

/** Returns what `test` returns; false if the system cannot say. */
function holds(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}
const isReadable = (path: string) => holds(() => accessSync(path, constants.R_OK) === undefined);
const isEntry = (path: string) => holds(() => lstatSync(path) !== undefined);
const isFolder = (path: string) => holds(() => statSync(path).isDirectory());

/** The path that an operator has to look at: the file or the broken link in the place of a folder, if there is one. */
function pathToBlame({ code, path, dest, syscall }: SystemError): string {
  // Errors of a copy or a rename have both paths.
  if (dest && syscall === 'copyfile') return isReadable(path) ? dest : path;
  if (dest && code === 'EBUSY' && isEntry(dest)) return dest;
  if (!path || !/^(?:ENOTDIR|ENOENT|ELOOP)$/.test(code)) return path;
  const parents = [resolve(path)];
  while (parents[0] !== dirname(parents[0]!)) parents.unshift(dirname(parents[0]!));
  return parents.find((parent) => isEntry(parent) && !isFolder(parent)) ?? path;
}

/** Returns the operator's message for an error of the system. */
function explainSystemError(error: SystemError): string {
  const [, message, help] = SYSTEM.find(([codes]) => codes.test(error.code))!;
  const path = pathToBlame(error);
  return `${message}（${error.code}）${path && `：${path}`}。改法：${help}`;
}

/** Returns true if the message of an error was written for the operator: such an error has no stack. */
const isReport = ({ stack, message }: Error): boolean => stack === message;

/** An error with those that caused it, the error itself first. */
function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const { cause, errors = [] } = error as AggregateError;
  return [error, ...[cause, ...errors].flatMap(causesOf)];
}

/**
 * Returns the operator's message for content that is unfit, a wrong SITE_URL, or an error of the system: what
 * failed and what to do. Any other error is a fault of the program; its message has the stack that a
 * maintainer needs.
 */
export function explainError(error: unknown): string {
  for (const cause of causesOf(error)) {
    if (isReport(cause)) return cause.message;
    const system = asSystemError(cause);
    if (system) return printable(explainSystemError(system));
  }
  const stack = error instanceof Error ? error.stack : String(error);
  return `这是程序的错误，请把下面几行告诉维护网站的人：\n${stack}`;
}

/**
 * Returns the message for an error of a command: that of a refusal or of a received file that cannot be read, the
 * usage for a command line that `parseArgs` cannot understand, or what `explainError` returns.
 */
export function explainRefusal(error: unknown, usage: string): string {
  if (error instanceof Refusal || error instanceof Unreadable) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  return code?.startsWith('ERR_PARSE_ARGS') ? usage : explainError(error);
}

/**
 * Runs a command, reports its steps and, if it took long, its time. If it fails, prints the message that
 * `explain` returns, and sets status 1. Ignores readers of the output that have gone, as `| head` does: the
 * command still completes its work.
 */
export function runCommand(
  command: () => unknown,
  explain?: (error: unknown) => string,
): Promise<void> {
  const endCommand = timeCommand();
  return runStep(async () => {
    await command();
    if (process.exitCode !== 1) endCommand();
  }, explain);
}

/** Runs a process that is a step of a command, as `runCommand` does, without its time. */
export async function runStep(
  command: () => unknown,
  explain: (error: unknown) => string = explainError,
): Promise<void> {
  showProgress();
  const fail = (error: unknown) => {
    leaveStep();
    console.error(explain(error));
    process.exitCode = 1;
  };
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
  process.on('uncaughtException', (error) => {
    fail(error);
    process.exit();
  });
  try {
    await command();
  } catch (error) {
    fail(error);
  }
}
