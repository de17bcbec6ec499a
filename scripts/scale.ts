import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { copyProject } from './copy.ts';
import { sessionsOf, writeLetters } from './letters.ts';

/** A line of /proc that may be gone by now. */
const proc = (file: string): string => {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
};

/** A process and those that it started. */
const family = (id: string): string[] => [
  id,
  ...proc(`${id}/task/${id}/children`).split(' ').filter(Boolean).flatMap(family),
];

/** What a running process has taken so far: seconds of the processor, and MB in memory now. */
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

/** Builds a copy of the project with so many letters; looks four times a second at what it takes. */
async function build(count: number) {
  const folder = copyProject();
  if (count > 1) writeLetters(folder, sessionsOf(count - 1));
  const start = performance.now();
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
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
  const seconds = (performance.now() - start) / 1000;
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`${count} 份答复没有生成`);
  const all = [...last.values()];
  const processor = (search: boolean) =>
    sum(all.filter((process) => process.search === search).map((process) => process.processor));
  return { seconds, pages: processor(false), search: processor(true), peak };
}

/**
 * `npm run bench -- --letters 1,100,1000,10000`: what building the site costs with so many letters,
 * letter 273 and others of our own making; the check of the types, which does not depend on letters,
 * is left out. Linux only: elsewhere the system tells less.
 */
export async function measureScale(counts: number[]): Promise<void> {
  if (process.platform !== 'linux') throw new Error('这一项只能在 Linux 上测量');
  const rows = [];
  for (const count of counts) {
    const { seconds, pages, search, peak } = await build(count);
    rows.push({
      份数: count,
      '用时（秒）': seconds.toFixed(1),
      '处理器：网页（秒）': pages.toFixed(1),
      '处理器：查找（秒）': search.toFixed(1),
      '内存最多（MB）': Math.round(peak),
      '每份（毫秒）': Math.round((seconds / count) * 1000),
    });
  }
  console.table(rows);
}
