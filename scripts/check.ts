import { loadContent, type Content } from '../src/content/load.ts';
import { ContentError, printable } from '../src/diagnostics.ts';
import { formatDraftReport } from '../src/content/draft-report.ts';
import { findRemarks } from '../src/content/remarks.ts';
import { loadLedger } from '../src/permalinks/ledger.ts';

/**
 * `npm run check` prints every problem of every file under content/, or that there is none, and the open
 * questions of drafts; on the command line, also remarks. Returns the content; undefined if it has problems.
 */
export async function check(): Promise<Content | undefined> {
  try {
    const content = await loadContent(process.cwd());
    console.log(`内容没有问题：${content.letters.length} 份答复与收到的原文逐字一致。`);
    if (content.drafts.length > 0) console.log(formatDraftReport(content.drafts));
    return content;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return undefined;
  }
}

if (import.meta.main) {
  const content = await check();
  const remarks = content ? findRemarks(content.letters, loadLedger(process.cwd())) : [];
  for (const remark of remarks) console.log(printable(remark));
}
