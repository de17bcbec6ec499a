import { parseArgs } from 'node:util';
import { isContentKey } from '../src/content/letters.ts';
import { Refusal } from '../src/refusal.ts';
import { returnLetter, withdraw } from '../src/takedown/withdraw.ts';
import { dayOf, NEXT_STEPS, runAllOrNothing } from './lib/takedown.ts';

/**
 * `npm run withdraw -- KEY --why REASON [--by OFFICE] [--on DAY]` withdraws a letter; its address shows a notice.
 * `npm run withdraw -- KEY --undo` returns it. Status 0: done; 1: refused, and nothing was changed.
 */
const USAGE = [
  '写法：npm run withdraw -- rd17-3/273 --why 理由 [--by 决定撤下的单位] [--on 2026-12-01]',
  '恢复：npm run withdraw -- rd17-3/273 --undo',
  '理由、决定的单位和日期公布在这份答复的网址上，里面不要写答复的内容。--on 不写就是今天。',
].join('\n');

/** Carries out the command line and returns the report. Throws a Refusal. */
function run(): string {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      why: { type: 'string' },
      by: { type: 'string' },
      on: { type: 'string' },
      undo: { type: 'boolean' },
    },
  });
  const { why, by, on, undo = false } = values;
  const [key = '', ...more] = positionals;
  const isWhole = undo ? Object.keys(values).length === 1 : Boolean(why?.trim());
  if (!isContentKey(key) || more.length > 0 || !isWhole) throw new Refusal(USAGE);
  if (undo)
    return [
      `已恢复：${returnLetter(process.cwd(), key).join('、')}`,
      '缓存和 dist 已经删去。接着生成网站、发布，把 content/ 的改动提交。',
    ].join('\n');
  const files = withdraw(process.cwd(), { key, on: dayOf(on), why: why!, by });
  return [
    `已撤下 ${key}。它的文件在 ${files.join('、')}，不进 git，也不公布；请另外保存好，恢复用 --undo`,
    NEXT_STEPS,
  ].join('\n');
}

await runAllOrNothing(USAGE, () => Promise.resolve(run()));
