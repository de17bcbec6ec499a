import { findFutureMoments } from '../src/content/future.ts';
import { loadContent, type Content } from '../src/content/load.ts';
import { ContentError, printable, type Diagnostic } from '../src/diagnostics.ts';
import { formatDraftReport } from '../src/content/draft-report.ts';
import { findRemarks } from '../src/content/remarks.ts';
import { loadLedger } from '../src/permalinks/ledger.ts';
import { explainError, runCommand } from './lib/explain-error.ts';

/**
 * `npm run check` prints every problem of every file under content/, those that `findMore` finds too, or
 * that there is none, and the open questions of drafts; on the command line, also remarks. Returns the
 * content; undefined if it has problems.
 */
export async function check(
  findMore: (content: Content) => Diagnostic[] = () => [],
): Promise<Content | undefined> {
  try {
    const content = await loadContent(process.cwd());
    const more = findMore(content);
    if (more.length > 0) throw new ContentError(more);
    console.log(`内容没有问题：${content.letters.length} 份答复与收到的原文逐字一致。`);
    if (content.drafts.length > 0) console.log(formatDraftReport(content.drafts));
    return content;
  } catch (error) {
    console.error(explainError(error));
    process.exitCode = 1;
    return undefined;
  }
}

if (import.meta.main)
  await runCommand(async () => {
    const content = await check(({ letters }) =>
      findFutureMoments(process.cwd(), letters, Date.now()),
    );
    const remarks = content ? findRemarks(content.letters, loadLedger(process.cwd())) : [];
    for (const remark of remarks) console.log(printable(remark));
  });
