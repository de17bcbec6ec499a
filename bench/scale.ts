import { rmSync } from 'node:fs';
import { copyProject } from '../scripts/lib/copy-project.ts';
import { measure, type Cost } from './measure.ts';
import { sessionsOf, writeLetters } from './sample-letters.ts';
import { PAGES, TYPESET } from '../scripts/lib/steps.ts';

const BUILD = ['scripts/build.ts'];
const ALONE = {
  NODE_OPTIONS: `--import ${new URL('pages-alone.mjs', import.meta.url).href}`,
  NO_TYPST: 'elsewhere',
};
/** The most letters that are typeset in a measurement: each needs a tenth of a second. */
const MOST_SET = 1000;
const show = ({ seconds, processor, peak }: Cost) =>
  `${seconds.toFixed(1)} / ${processor.toFixed(1)} / ${Math.round(peak)}`;

/**
 * Prints the cost of builds of so many letters, letter 273 and generated letters: of the pages alone; of PDFs
 * and share images, first made and then read from the cache; and of the whole site when nothing has changed.
 * It reads /proc, so it runs on Linux only.
 */
export async function measureScale(counts: number[]): Promise<void> {
  if (process.platform !== 'linux') throw new Error('这一项只能在 Linux 上测量');
  console.log('每格：用时（秒）/ 处理器（秒）/ 同时用的内存最多（MB，全部进程合计）');
  for (const count of counts) {
    const folder = copyProject();
    if (count > 1) writeLetters(folder, sessionsOf(count - 1));
    const pages = await measure(folder, PAGES, ALONE);
    const row: Record<string, string> = {
      份数: String(count),
      网页: show(pages),
      '查找（处理器，秒）': pages.search.toFixed(1),
    };
    if (count <= MOST_SET) {
      row['PDF和分享图'] = show(await measure(folder, TYPESET));
      row['PDF和分享图，不变'] = show(await measure(folder, TYPESET));
      await measure(folder, BUILD);
      row['全部，不变'] = show(await measure(folder, BUILD));
    }
    console.table([row]);
    rmSync(folder, { recursive: true });
  }
}
