import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { loadLetters } from '../src/content/letters.ts';
import { addLetter } from '../src/intake/add.ts';
import { Unreadable } from '../src/received/unreadable.ts';
import { HOSTILE_FILES } from '../tests/support/hostile-files.ts';
import { SAMPLE } from '../tests/support/sample.ts';

/** How a hostile file ended: the seconds of the processor, and the first problem in Chinese. */
interface Ending {
  seconds: number;
  problem: string;
}

/** Runs `work`, and returns its seconds and the problem that it returns. */
async function measure(work: () => Promise<string>): Promise<Ending> {
  const before = process.cpuUsage();
  const problem = await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, problem };
}

/** Adds a file as `npm run add` does. Any error but `Unreadable` is thrown. */
async function addFile(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const { questions } = await addLetter(name, bytes, {}, new Date());
    return questions.map(({ where, what }) => `${where}：${what}`)[0] ?? '';
  } catch (error) {
    if (error instanceof Unreadable) return `${name}：${error.reason}`;
    throw error;
  }
}

/** Checks a project in which the file was received, as `npm run check` does. */
async function checkFile(name: string, bytes: Uint8Array): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    const letter = join(root, 'content/rd17-3/9');
    mkdirSync(join(root, 'content/rd17-3'), { recursive: true });
    writeFileSync(`${letter}.md`, SAMPLE);
    writeFileSync(letter + extname(name).replace('.md', '.source.md'), bytes);
    const { diagnostics } = await loadLetters(root);
    return diagnostics.map(({ file, message }) => `${file}：${message}`)[0] ?? '';
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** What `add` and `check` make of each hostile file. */
export async function* runHostileFiles(): AsyncGenerator<{
  name: string;
  bytes: number;
  add: Ending;
  check: Ending;
}> {
  for (const [name, make] of Object.entries(HOSTILE_FILES)) {
    const bytes = make();
    yield {
      name,
      bytes: bytes.length,
      add: await measure(() => addFile(name, bytes)),
      check: await measure(() => checkFile(name, bytes)),
    };
  }
}

/** Prints the seconds that each hostile file keeps `add` and `check` busy. */
export async function measureHostileFiles(): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  for await (const { name, bytes, add, check } of runHostileFiles())
    rows.push({
      收到的文件: name,
      字节: bytes,
      'add 秒': add.seconds.toFixed(2),
      'check 秒': check.seconds.toFixed(2),
      结果: add.problem.slice(0, 40),
    });
  console.table(rows);
}
