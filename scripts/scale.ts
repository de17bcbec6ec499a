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

/** MB in memory at this moment, of a process and those that it started. */
const memory = (id: string): number =>
  family(id)
    .map((member) => Number(/VmRSS:\s+(\d+)/.exec(proc(`${member}/status`))?.[1] ?? 0))
    .reduce((sum, kilobytes) => sum + kilobytes, 0) / 1000;

/** Seconds that the processor has spent on processes that this one started and that have ended. */
const spent = (): number => {
  const fields = proc('self/stat')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
};

/** Builds a copy of the project with so many letters: seconds, processor seconds, MB at the most. */
async function build(count: number) {
  const folder = copyProject();
  if (count > 1) writeLetters(folder, sessionsOf(count - 1));
  const [before, start] = [spent(), performance.now()];
  const command = ['node_modules/astro/bin/astro.mjs', 'build'];
  const child = spawn(process.execPath, command, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, memory(String(child.pid)))), 250);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`${count} 份答复没有生成`);
  return { seconds, processor: spent() - before, peak };
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
    const { seconds, processor, peak } = await build(count);
    rows.push({
      份数: count,
      '用时（秒）': seconds.toFixed(1),
      '处理器（秒）': processor.toFixed(1),
      '内存最多（MB）': Math.round(peak),
      '每份（毫秒）': Math.round((seconds / count) * 1000),
    });
  }
  console.table(rows);
}
