import { loadContent } from '../src/site/load.ts';
import { ContentError } from '../src/letter/problems.ts';

/** Lists every problem of every file under content/, or says that there is none. */
try {
  const { letters } = loadContent(process.cwd());
  console.log(`内容没有问题：${letters.length} 份答复与收到的原文逐字一致。`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
