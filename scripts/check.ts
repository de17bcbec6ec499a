import { loadContent, type Content } from '../src/site/load.ts';
import { ContentError } from '../src/letter/problems.ts';

/** Lists every problem of every file under content/, or says that there is none and gives the content. */
export function check(): Content | undefined {
  try {
    const content = loadContent(process.cwd());
    console.log(`内容没有问题：${content.letters.length} 份答复与收到的原文逐字一致。`);
    return content;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return undefined;
  }
}

if (import.meta.main) check();
