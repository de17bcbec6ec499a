import { isDay } from '../../src/language/dates.ts';
import { Refusal } from '../../src/refusal.ts';
import { Unfinished } from '../../src/takedown/transaction.ts';
import { explainRefusal, runCommand } from './explain-error.ts';

/** Today in Beijing, `2026-12-01`. */
const beijingDay = (): string => new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);

/** Returns the day that `--on` names, by default today. Throws a Refusal if it is no day. */
export function dayOf(on = beijingDay()): string {
  if (!isDay(on)) throw new Refusal(`--on ${on} 不是日期。改法：写成 --on 2026-12-01`);
  return on;
}

/** The next steps after the withholding of words or the withdrawal of a letter. */
export const NEXT_STEPS = [
  '缓存和 dist 已经删去。接着做：',
  '  1. SITE_URL=网址 npm run build',
  '  2. npm run deploy -- 文件夹 --purge（连同以前的各版一并删去）',
  '  3. 用 CDN 的，清除缓存；把 content/ 的改动提交。git 的历史和搜索引擎的快照里还有，见 content/README.md',
].join('\n');

/** Runs a command that changes all or nothing, and prints its report. Status 1: nothing was changed. */
export async function runAllOrNothing(
  usage: string,
  command: () => Promise<string>,
): Promise<void> {
  await runCommand(
    async () => console.log(await command()),
    (error) =>
      error instanceof Unfinished
        ? `${explainRefusal(error.cause, usage)}\n改动还没有做完。改法：照上面的办，再运行一次这个命令，会接着做完`
        : `${explainRefusal(error, usage)}\n没有改动`,
  );
}
