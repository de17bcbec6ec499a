import { findFutureMoments } from '../src/content/future.ts';
import { loadContent, type Content } from '../src/content/load.ts';
import { ContentError, printable, type Diagnostic } from '../src/diagnostics.ts';
import { formatDraftReport } from '../src/content/draft-report.ts';
import { findRemarks } from '../src/content/remarks.ts';
import { loadLedger } from '../src/permalinks/ledger.ts';
import { completeChanges } from '../src/takedown/transaction.ts';
import { runCommand } from './lib/explain-error.ts';

/**
 * Loads the content, and prints that it has no problems, and the open questions of drafts. Throws a
 * ContentError with every problem of every file under content/, or those that `findMore` finds.
 */
export async function check(
  findMore: (content: Content) => Diagnostic[] = () => [],
): Promise<Content> {
  const content = await loadContent(process.cwd());
  const more = findMore(content);
  if (more.length > 0) throw new ContentError(more);
  const { letters, withdrawn, drafts } = content;
  const taken = withdrawn.length > 0 ? `另有 ${withdrawn.length} 份已撤下。` : '';
  console.log(`内容没有问题：${letters.length} 份答复与收到的原文逐字一致。${taken}`);
  if (drafts.length > 0) console.log(formatDraftReport(drafts));
  return content;
}

/** `npm run check`: prints also remarks. */
if (import.meta.main)
  await runCommand(async () => {
    completeChanges(process.cwd());
    const { letters } = await check(({ letters }) =>
      findFutureMoments(process.cwd(), letters, Date.now()),
    );
    for (const remark of findRemarks(letters, loadLedger(process.cwd())))
      console.log(printable(remark));
  });
