/** The operator's message for an error of the disk: what failed and what to do. Throws any other error. */
export function explainDiskError(error: unknown): string {
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code))
    return `磁盘已满${path && `：${path}`}。改法：腾出空间，再运行一次`;
  if (/^(EACCES|EPERM|EROFS)$/.test(code))
    return `没有写入的权限：${path}。改法：换有权限的用户，再运行一次`;
  if (code === 'EXDEV')
    return `不在同一个磁盘上：${path}。改法：放到项目文件夹所在的磁盘上，再运行一次`;
  if (/^(ENOTDIR|EEXIST)$/.test(code)) return `要用的文件夹已是别的文件：${path}。改法：把它移走`;
  throw error;
}
