import { parseArgs } from 'node:util';
import { findFutureMoments } from '../src/content/future.ts';
import { isContentKey } from '../src/content/letters.ts';
import { loadContent, type Content } from '../src/content/load.ts';
import { ContentError, printable, type Diagnostic } from '../src/diagnostics.ts';
import { formatDraftReport } from '../src/content/draft-report.ts';
import { findRemarks } from '../src/content/remarks.ts';
import { loadLedger } from '../src/permalinks/ledger.ts';
import { Refusal } from '../src/refusal.ts';
import { completeChanges } from '../src/takedown/transaction.ts';
import { explainRefusal, runCommand } from './lib/explain-error.ts';

const USAGE = '写法：npm run check，或 npm run check -- rd17-3/273（只看这一份）';

/**
 * Loads the content, and prints that it has no problems, and the open questions of drafts; of letters only
 * that of `key`, if it is given. Throws a ContentError with every problem of the files that were read, or those
 * that `findMore` finds.
 */
export async function check(
  findMore: (content: Content) => Diagnostic[] = () => [],
  key?: string,
): Promise<Content> {
  const content = await loadContent(process.cwd(), key);
  const more = findMore(content);
  if (more.length > 0) throw new ContentError(more);
  const { letters, withdrawn, drafts } = content;
  const taken = withdrawn.length > 0 ? `另有 ${withdrawn.length} 份已撤下。` : '';
  const read =
    letters.length > 0 ? `${letters.length} 份答复与收到的原文逐字一致。` : '还没有公布答复。';
  console.log(`内容没有问题：${read}${taken}`);
  if (drafts.length > 0) console.log(formatDraftReport(drafts));
  return content;
}

/** Reads the command line; returns the key, if there is one. Throws a Refusal. */
function parseCommand(): string | undefined {
  const [key, ...more] = parseArgs({ allowPositionals: true }).positionals;
  const isKey = key === undefined || isContentKey(key);
  if (!isKey || more.length > 0) throw new Refusal(USAGE);
  return key;
}

/** `npm run check [-- KEY]`: prints also remarks. */
if (import.meta.main)
  await runCommand(
    async () => {
      const key = parseCommand();
      completeChanges(process.cwd());
      const { letters } = await check(
        ({ letters }) => findFutureMoments(process.cwd(), letters, Date.now()),
        key,
      );
      for (const remark of findRemarks(letters, loadLedger(process.cwd())))
        console.log(printable(remark));
    },
    (error) => explainRefusal(error, USAGE),
  );
