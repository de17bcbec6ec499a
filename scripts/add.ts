import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSite } from '../src/content/load.ts';
import { parseReplyNumber, parseSessionKey } from '../src/letter/key.ts';
import { addLetter, type AddOptions } from '../src/intake/add.ts';
import { reportData, reportText } from '../src/intake/report.ts';
import { writeLetter, AddressTaken } from '../src/intake/write.ts';
import { startStep } from '../src/progress.ts';
import { limitBytes } from '../src/received/limits.ts';
import { Unreadable } from '../src/received/unreadable.ts';
import { explainError, runCommand } from './lib/explain-error.ts';

const USAGE = [
  '用法：npm run add -- 文件 [--session rd17-3] [--number 274] [--json]',
  '文件是收到的答复：.docx、.txt 或 .md；一次一个，名字里有空格的，加引号。',
  '届次：rd17-3 是十七届人大三次会议，政协用 zx。编号：274；同一件的第二份答复写 274-2。',
].join('\n');

/** A command line that was understood. */
interface Command {
  file: string;
  options: AddOptions;
  json: boolean;
}

/** Path of the file that the clerk names. Throws `Unreadable` if there is no such file. */
function findFile(name: string): string {
  // npm runs this script in the project's folder, and names the clerk's folder in INIT_CWD.
  const file = [name, resolve(process.env['INIT_CWD'] ?? '', name)].find(existsSync) ?? name;
  if (!existsSync(file) || !statSync(file).isFile())
    throw new Unreadable('没有这个文件', '检查文件名和所在的文件夹；名字里有空格的，加引号');
  return file;
}

/** Adds a letter. Returns 0 for a letter that can be published, 2 for a letter with blocking questions. */
async function add({ file: name, options, json }: Command): Promise<number> {
  const file = findFile(name);
  limitBytes(statSync(file).size);
  const bytes = readFileSync(file);
  const step = startStep('读收到的文件');
  const publisher = loadSite(process.cwd()).value?.words;
  const addition = await addLetter(file, bytes, { ...options, publisher }, new Date());
  step.end();
  const path = `content/${addition.key}`;
  const edition = { file: `${path}.md`, bytes: new TextEncoder().encode(addition.edition) };
  writeLetter(process.cwd(), path, edition, { file: addition.received, bytes });
  const registered = loadSite(process.cwd()).value?.words.bureaus.map((bureau) => bureau.name);
  console.log(
    json ? JSON.stringify(reportData(addition), undefined, 2) : reportText(addition, registered),
  );
  return addition.draft ? 2 : 0;
}

/** Reads the command line; undefined if it cannot be understood. */
function parseCommand(): Command | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        session: { type: 'string' },
        number: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const { session, json = false } = values;
    // Clerks type 088 or ２７３, as printed.
    const number = values.number?.normalize('NFKC').replace(/^0+(?=\d)/, '');
    const isValid =
      positionals.length === 1 &&
      (session === undefined || parseSessionKey(session)) &&
      (number === undefined || parseReplyNumber(number));
    return isValid ? { file: positionals[0]!, options: { session, number }, json } : undefined;
  } catch {
    return undefined;
  }
}

// Status 1: nothing was written.
const command = parseCommand();
await runCommand(
  async () => {
    if (!command) console.error(USAGE);
    process.exitCode = command ? await add(command) : 1;
  },
  (error) => {
    if (error instanceof AddressTaken)
      return `没有写入：已经有 ${error.message}，不覆盖。\n    改法：同一件建议的第二份答复，加 --number 编号-2；要重做的，先移走原来的两个文件`;
    return error instanceof Unreadable
      ? `没有写入。${command?.file}：${error.message}`
      : explainError(error);
  },
);
