import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

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

/**
 * The seconds of the processor that a process has used so far, and the MB of memory that it uses now: of what it
 * shares with other processes, its part (Pss), so that the sum over processes counts nothing twice.
 */
function taken(id: string) {
  const [name = '', rest = ''] = proc(`${id}/stat`).split(/\) /);
  const fields = rest.split(' ');
  return {
    search: name.includes('pagefind'),
    processor: (Number(fields[11]) + Number(fields[12])) / 100,
    memory: Number(/^Pss:\s+(\d+)/m.exec(proc(`${id}/smaps_rollup`))?.[1] ?? 0) / 1000,
  };
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** What a command costs: seconds of time and of the processor, without the search and by it, and MB of memory. */
export interface Cost {
  seconds: number;
  processor: number;
  search: number;
  peak: number;
}

/** Runs Node, or another program, in a project, and measures its use of processor and memory four times a second. */
export async function measure(
  folder: string,
  command: string[],
  settings: Record<string, string> = {},
  program = process.execPath,
): Promise<Cost> {
  const start = performance.now();
  const child = spawn(program, command, {
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

/** Time, processor and memory of a command, in one cell. */
export const showCost = ({ seconds, processor, search, peak }: Cost): string =>
  `${seconds.toFixed(1)} / ${(processor + search).toFixed(1)} / ${Math.round(peak)}`;
