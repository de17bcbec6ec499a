import { ContentError } from '../../src/diagnostics.ts';
import { PublicUrlError } from '../../src/site/public-url.ts';

/** An error of the disk; `dest` is the second path of a copy or a rename. */
type DiskError = NodeJS.ErrnoException & { dest?: string };

/**
 * Returns the operator's message for content that is unfit, a wrong SITE_URL, or an error of the disk: what
 * failed and what to do. Throws any other error: it is a fault of the program, and needs its stack.
 */
export function explainError(error: unknown): string {
  if (error instanceof ContentError || error instanceof PublicUrlError) return error.message;
  const { code = '', path: from = '', dest, syscall } = error as DiskError;
  // A copy names first what it reads, which is seldom what fails.
  const path = syscall === 'copyfile' && dest ? dest : from;
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code))
    return `磁盘已满${path && `：${path}`}。改法：腾出空间，再运行一次`;
  if (/^(EACCES|EPERM|EROFS)$/.test(code))
    return `没有读写的权限：${path}。改法：换有权限的用户，再运行一次`;
  if (code === 'EXDEV')
    return `不在同一个磁盘上：${path}。改法：放到项目文件夹所在的磁盘上，再运行一次`;
  if (code === 'EBUSY')
    return `正被占用：${dest ?? path}。改法：是挂载点（如容器的卷）的，挂载它上一级的文件夹；被别的程序打开的，先关闭它`;
  if (/^(ENOTDIR|EEXIST|ENOTEMPTY)$/.test(code))
    return `要用的文件夹已是别的文件：${path}。改法：把它移走`;
  if (code === 'EISDIR') return `要用的文件已是文件夹：${path}。改法：把它移走`;
  if (/^(ENOENT|ENAMETOOLONG|ELOOP)$/.test(code))
    return `没有这个文件或文件夹：${path}。改法：检查名称；项目里缺少的，用 git 取回`;
  if (/^(EIO|EMFILE|ENFILE|ESTALE)$/.test(code))
    return `磁盘读写失败（${code}）：${path}。改法：检查磁盘，再运行一次`;
  throw error;
}

/** Runs a command. Where it fails, prints what to do, and sets status 1. */
export async function runCommand(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(explainError(error));
    process.exitCode = 1;
  }
}
