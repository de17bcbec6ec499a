import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { copyProject } from '../scripts/lib/copy-project.ts';
import { sessionsOf, writeLetters } from './sample-letters.ts';
import { PAGES, TYPESET } from '../scripts/lib/steps.ts';

/** The text of a file below /proc; empty if its process has ended. */
const proc = (file: string): string => {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
};

/** The ids of a process and of the processes that it started. */
const family = (id: string): string[] => [
  id,
  ...proc(`${id}/task/${id}/children`).split(' ').filter(Boolean).flatMap(family),
];

/** The seconds of the processor that a process has used so far, and the MB of memory that it uses now. */
function taken(id: string) {
  const [name = '', rest = ''] = proc(`${id}/stat`).split(/\) /);
  const fields = rest.split(' ');
  return {
    search: name.includes('pagefind'),
    processor: (Number(fields[11]) + Number(fields[12])) / 100,
    memory: Number(/VmRSS:\s+(\d+)/.exec(proc(`${id}/status`))?.[1] ?? 0) / 1000,
  };
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Runs Node in a project, and measures its use of processor and memory four times a second. */
async function measure(folder: string, command: string[], settings: Record<string, string> = {}) {
  const start = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...settings },
  });
  const last = new Map<string, ReturnType<typeof taken>>();
  let peak = 0;
  const timer = setInterval(() => {
    const now = family(String(child.pid)).map((id) => [id, taken(id)] as const);
    for (const [id, numbers] of now) if (numbers.processor > 0) last.set(id, numbers);
    peak = Math.max(peak, sum(now.map(([, { memory }]) => memory)));
  }, 250);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command.join(' ')} 没有成功`);
  const all = [...last.values()];
  const processor = (search: boolean) =>
    sum(all.filter((process) => process.search === search).map((process) => process.processor));
  const seconds = (performance.now() - start) / 1000;
  return { seconds, processor: processor(false), search: processor(true), peak };
}

const BUILD = ['scripts/build.ts'];
const ALONE = {
  NODE_OPTIONS: `--import ${new URL('pages-alone.mjs', import.meta.url).href}`,
  NO_TYPST: 'elsewhere',
};
/** The most letters that are typeset in a measurement: each needs a tenth of a second. */
const MOST_SET = 1000;
const show = ({ seconds, processor, peak }: Awaited<ReturnType<typeof measure>>) =>
  `${seconds.toFixed(1)} / ${processor.toFixed(1)} / ${Math.round(peak)}`;

/**
 * Prints the cost of builds of so many letters, letter 273 and generated letters: of the pages alone; of PDFs
 * and share images, first made and then read from the cache; and of the whole site when nothing has changed.
 * It reads /proc, so it runs on Linux only.
 */
export async function measureScale(counts: number[]): Promise<void> {
  if (process.platform !== 'linux') throw new Error('这一项只能在 Linux 上测量');
  console.log('每格：用时（秒）/ 处理器（秒）/ 内存最多（MB）');
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
