import { existsSync } from 'node:fs';
import { loadLetters } from '../src/content/letters.ts';
import { draftFigures, writeFigures } from '../src/figures/draft.ts';
import { bodyText } from '../src/letter/body.ts';
import { parseKey } from '../src/letter/key.ts';
import { Refusal } from '../src/refusal.ts';
import { writeWhole } from '../src/write-whole.ts';
import { explainRefusal, runCommand } from './lib/explain-error.ts';

const USAGE = '用法：npm run figures -- rd17-3/274';

/**
 * `npm run figures -- KEY` drafts `content/KEY.figures.yaml` from the numbers of a letter. Returns the report.
 * Throws a Refusal if that file exists, or if there is no such letter.
 */
async function draft(args: string[]): Promise<string> {
  const [key = '', ...more] = args;
  if (!parseKey(key) || more.length > 0) throw new Refusal(USAGE);
  const file = `content/${key}.figures.yaml`;
  if (existsSync(file)) throw new Refusal(`已经有 ${file}，不覆盖。改法：要重做的，先移走它`);
  const [letter] = (await loadLetters(process.cwd(), key)).letters;
  if (!letter)
    throw new Refusal(
      `没有 content/${key}.md 这份答复，或还是草稿，或有别的问题。改法：检查编号；运行 npm run check，先处理它指出的`,
    );
  const found = draftFigures(bodyText(letter), letter.proposal);
  if (found.figures.length === 0) throw new Refusal(`${key} 的正文里没有统计数字，不用写 ${file}`);
  writeWhole(file, Buffer.from(writeFigures(found)));
  return [
    `已写出 ${file}：${found.figures.length} 个数，另有 ${found.others.length} 个不是统计数字。`,
    '给每一条写上 what（是什么的数），与原文核对，再运行 npm run check。',
  ].join('\n');
}

await runCommand(
  async () => console.log(await draft(process.argv.slice(2))),
  (error) => explainRefusal(error, USAGE),
);
