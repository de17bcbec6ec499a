import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseReplyNumber, parseSessionKey } from '../src/letter/key.ts';
import { addLetter, type AddOptions } from '../src/intake/add.ts';
import { reportData, reportText } from '../src/intake/report.ts';
import { writeLetter, AddressTaken } from '../src/intake/write.ts';
import { Unreadable } from '../src/received/unreadable.ts';
import { explainDiskError } from './lib/disk-errors.ts';

const USAGE = [
  '用法：npm run add -- 文件 [--session rd17-3] [--number 274] [--json]',
  '文件是收到的答复：.docx、.txt 或 .md；一次一个，名字里有空格的，加引号。',
  '届次：rd17-3 是十七届人大三次会议，政协用 zx。编号：274；同一件的第二份答复写 274-2。',
].join('\n');
/** Far more than a letter with pictures has. */
const MOST = 50e6;

/** `npm run add`: 0 the letter can be built, 2 the clerk must answer something first, 1 nothing was taken. */
async function add(named: string, said: AddOptions, json: boolean): Promise<number> {
  // npm runs this in the project's folder, wherever the clerk is.
  const file = [named, resolve(process.env['INIT_CWD'] ?? '', named)].find(existsSync) ?? named;
  if (!existsSync(file) || !statSync(file).isFile())
    throw new Unreadable(
      `没有这个文件：${file}`,
      '检查文件名和所在的文件夹；名字里有空格的，加引号',
    );
  if (statSync(file).size > MOST) throw new Unreadable('文件太大', '检查是否选错了文件');
  const bytes = readFileSync(file);
  const addition = await addLetter(file, bytes, said, new Date());
  const path = `content/${addition.key}`;
  const edition = { file: `${path}.md`, bytes: new TextEncoder().encode(addition.edition) };
  writeLetter(process.cwd(), path, edition, { file: addition.received, bytes });
  console.log(json ? JSON.stringify(reportData(addition), undefined, 2) : reportText(addition));
  return addition.draft ? 2 : 0;
}

/** What the command line says; undefined if it cannot be understood. */
function read(): { file: string; said: AddOptions; json: boolean } | undefined {
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
    // 088 and ２７３ as they are printed.
    const number = values.number?.normalize('NFKC').replace(/^0+(?=\d)/, '');
    const fit =
      positionals.length === 1 &&
      (session === undefined || parseSessionKey(session)) &&
      (number === undefined || parseReplyNumber(number));
    return fit ? { file: positionals[0]!, said: { session, number }, json } : undefined;
  } catch {
    return undefined;
  }
}

const command = read();
if (!command) {
  console.error(USAGE);
  process.exitCode = 1;
} else
  try {
    process.exitCode = await add(command.file, command.said, command.json);
  } catch (error) {
    if (error instanceof AddressTaken)
      console.error(
        `没有写入：已经有 ${error.message}，不覆盖。\n    改法：同一件建议的第二份答复，加 --number 编号-2；要重做的，先移走原来的两个文件`,
      );
    else if (error instanceof Unreadable) console.error(`没有写入：${error.message}`);
    else console.error(explainDiskError(error));
    process.exitCode = 1;
  }
