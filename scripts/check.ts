import { loadContent } from '../src/site/load.ts';
import { ContentError, draftReport } from '../src/letter/problems.ts';

/** Lists every problem of every file under content/, or says that there is none; and what drafts wait for. */
try {
  const { letters, drafts } = await loadContent(process.cwd());
  console.log(`内容没有问题：${letters.length} 份答复与收到的原文逐字一致。`);
  if (drafts.length > 0) console.log(draftReport(drafts));
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
