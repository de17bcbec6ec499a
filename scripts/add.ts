import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSite } from '../src/content/load.ts';
import { parseReplyNumber, parseSessionKey } from '../src/letter/key.ts';
import { addLetter, type AddOptions } from '../src/intake/add.ts';
import { addProposal } from '../src/intake/proposal.ts';
import { proposalReport, reportData, reportText } from '../src/intake/report.ts';
import { writeLetter, AddressTaken } from '../src/intake/write.ts';
import { startStep } from '../src/progress.ts';
import { completeChanges } from '../src/takedown/transaction.ts';
import { limitBytes } from '../src/received/limits.ts';
import { Unreadable } from '../src/received/unreadable.ts';
import { explainRefusal, runCommand } from './lib/explain-error.ts';

const USAGE = [
  '用法：npm run add -- 文件 [--session rd17-3] [--number 274] [--proposal 建议的文件] [--json]',
  '已有答复，只加所答建议的全文：npm run add -- --proposal 建议的文件 --session rd17-3 --number 274',
  '文件是收到的答复：.docx、.txt 或 .md；一次一个，名字里有空格的，加引号。',
  '届次：rd17-3 是十七届人大三次会议，政协用 zx。编号：274；同一件的第二份答复写 274-2。',
].join('\n');

/** A command line that was understood. */
interface Command {
  /** The letter; undefined if only the text of a proposal is added. */
  file: string | undefined;
  /** The text of the proposal that the letter answers. */
  proposal: string | undefined;
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

/** The name of the file that was read last, for messages. */
let lastRead = '';

/** Reads a file that the clerk names. Throws `Unreadable` if it is none, or too large. */
function readNamed(name: string): { file: string; bytes: Buffer } {
  lastRead = name;
  const file = findFile(name);
  limitBytes(statSync(file).size);
  return { file, bytes: readFileSync(file) };
}

/** Writes an edition and its received file. Throws `AddressTaken`. */
function write(stem: string, edition: string, received: { file: string; bytes: Buffer }): void {
  const path = `content/${stem}`;
  const bytes = new TextEncoder().encode(edition);
  writeLetter(process.cwd(), path, { file: `${path}.md`, bytes }, received);
}

/**
 * Adds a letter, the text of a proposal, or both. Returns 0 if what was added can be published, 2 if a draft is
 * among it.
 */
async function add({ file: name, proposal: proposed, options, json }: Command): Promise<number> {
  const now = new Date();
  const step = startStep('读收到的文件');
  const publisher = loadSite(process.cwd()).value?.words;
  const named = name === undefined ? undefined : readNamed(name);
  const addition =
    named && (await addLetter(named.file, named.bytes, { ...options, publisher }, now));
  const key = addition ? addition.address : `${options.session}/${options.number}`;
  const text = proposed === undefined ? undefined : readNamed(proposed);
  if (text && key === null)
    throw new Unreadable(
      '答复的届次或编号还不知道，建议全文没有地方放',
      '写明 --session 和 --number；或先只加答复',
    );
  if (text && !addition && !existsSync(`content/${key}.md`))
    throw new Unreadable(`没有答复 content/${key}.md`, '检查届次和编号，或把答复一起加');
  const proposal = text && key !== null && (await addProposal(text.file, text.bytes, key, now));
  step.end();
  if (addition) {
    write(addition.key, addition.edition, { file: addition.received, bytes: named.bytes });
    const registered = publisher?.bureaus.map((bureau) => bureau.name);
    console.log(
      json ? JSON.stringify(reportData(addition), undefined, 2) : reportText(addition, registered),
    );
  }
  if (proposal) {
    write(proposal.stem, proposal.edition, { file: proposal.received, bytes: text.bytes });
    if (!json) console.log(proposalReport(proposal));
  }
  return addition?.draft || (proposal && proposal.draft) ? 2 : 0;
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
        proposal: { type: 'string' },
      },
    });
    const { session, proposal, json = false } = values;
    // Clerks type 088 or ２７３, as printed.
    const number = values.number?.normalize('NFKC').replace(/^0+(?=\d)/, '');
    const isAlone = proposal !== undefined && session !== undefined && number !== undefined;
    const isValid =
      (positionals.length === 1 || (positionals.length === 0 && isAlone)) &&
      (session === undefined || parseSessionKey(session)) &&
      (number === undefined || parseReplyNumber(number));
    return isValid
      ? { file: positionals[0], proposal, options: { session, number }, json }
      : undefined;
  } catch {
    return undefined;
  }
}

// Status 1: nothing was written.
const command = parseCommand();
await runCommand(
  async () => {
    if (!command) console.error(USAGE);
    completeChanges(process.cwd());
    process.exitCode = command ? await add(command) : 1;
  },
  (error) => {
    if (error instanceof AddressTaken)
      return `没有写入：已经有 ${error.message}，不覆盖。\n    改法：同一件建议的第二份答复，加 --number 编号-2；要重做的，先移走原来的两个文件`;
    return error instanceof Unreadable
      ? `没有写入。${lastRead}：${error.message}`
      : explainRefusal(error, USAGE);
  },
);
