import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isContentKey } from '../src/content/letters.ts';
import { Refusal } from '../src/refusal.ts';
import type { WithholdOptions } from '../src/takedown/request.ts';
import { withhold, type Withholding } from '../src/takedown/withhold.ts';
import { dayOf, NEXT_STEPS, runAllOrNothing } from './lib/takedown.ts';

/**
 * `npm run withhold -- KEY --at PLACE --words WORDS --why REASON [--on DAY] [--all]` withholds words of a
 * letter. Status 0: done; 1: refused, and nothing was changed.
 */
const USAGE = [
  '写法：npm run withhold -- rd17-3/273 --at contact --words 0574-12345678 --why 个人信息 [--on 2026-12-01] [--all]',
  '--at 是位置（段号或部分的名称，如 p4、t1、contact），--words 是要换掉的字，--why 是理由，--on 是日期，不写就是今天。',
  '--words - 从标准输入读，这样 shell 的历史里没有它。',
].join('\n');

/** Reads the command line. Throws a Refusal if it cannot be understood. */
function parseCommand(): WithholdOptions {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      at: { type: 'string' },
      words: { type: 'string' },
      why: { type: 'string' },
      on: { type: 'string' },
      all: { type: 'boolean' },
    },
  });
  const { at, words, why, on, all = false } = values;
  const [key = '', ...more] = positionals;
  if (!isContentKey(key) || more.length > 0 || !at || !words || !why?.trim())
    throw new Refusal(USAGE);
  const day = dayOf(on);
  return {
    key,
    at,
    words: words === '-' ? readFileSync(0, 'utf8') : words,
    why,
    on: day,
    all,
  };
}

function report({ places, original, elsewhere }: Withholding): string {
  const done = places.map(({ at, count }) => `${at}（${count} 处）`).join('、');
  return [
    `已换成（依法不公开）：${done}`,
    ...(original
      ? [`收到的原文在 ${original}，不进 git，也不公布；请另外保存好。content/ 里的是公开文本`]
      : []),
    ...(elsewhere.length > 0
      ? ['同样的字还在这些地方，没有改动：', ...elsewhere.map((place) => `  ${place}`)]
      : []),
    NEXT_STEPS,
  ].join('\n');
}

await runAllOrNothing(USAGE, async () => report(await withhold(process.cwd(), parseCommand())));
