import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadContent, type Content } from '../src/content/load.ts';
import { returnHelp } from '../src/content/stub.ts';
import { wholeFile } from '../src/diagnostics.ts';
import { foreignFiles, handoverFolder, writeFolder } from '../src/handover/folder.ts';
import { handoverFiles } from '../src/handover/files.ts';
import { parseKey } from '../src/letter/key.ts';
import type { Letter } from '../src/letter/letter.ts';
import { startStep } from '../src/progress.ts';
import { isLoopback, publicUrl } from '../src/site/public-url.ts';
import { Refusal } from '../src/refusal.ts';
import { runAllOrNothing } from './lib/takedown.ts';

/**
 * `npm run handover -- KEY [--to FOLDER]` writes a folder with which a person carries a letter into a platform
 * that a bureau already has. Status 0: done; 1: refused, and nothing was changed.
 */
const USAGE =
  '写法：npm run handover -- rd17-3/273 [--to 文件夹]。不写 --to，就写到 handover/rd17-3-273。';

/** The folder for the files of a letter; a folder that is named is that of the person who runs npm. */
const folderFor = (key: string, to: string | undefined): string =>
  to === undefined ? handoverFolder(key) : resolve(process.env['INIT_CWD'] ?? '', to);

function parseCommand(): { key: string; folder: string } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { to: { type: 'string' } },
  });
  const [key = '', ...more] = positionals;
  if (!parseKey(key) || more.length > 0 || values.to === '') throw new Refusal(USAGE);
  return { key, folder: folderFor(key, values.to) };
}

/** The only letter of the content. Throws a Refusal if it is withdrawn or a draft. */
function findLetter({ letters, withdrawn }: Content, key: string): Letter {
  const [letter] = letters;
  if (letter) return letter;
  const [message, help] =
    withdrawn.length > 0
      ? ['这份答复已经撤下，不能交出', returnHelp(key)]
      : [
          '还是草稿，不能交出',
          '回答 questions 里的问题，删去 draft 和 questions 两项，运行 npm run check',
        ];
  throw new Refusal([wholeFile(`content/${key}.md`, message, help)]);
}

/** Writes the folder; returns the report. */
async function handOver(): Promise<string> {
  const { key, folder } = parseCommand();
  const url = publicUrl(process.env['SITE_URL']);
  const content = await loadContent(process.cwd(), key);
  const letter = findLetter(content, key);
  const foreign = foreignFiles(folder);
  if (foreign.length > 0)
    throw new Refusal(
      `${folder}：里面有别的或改过的文件：${foreign.slice(0, 5).join('、')}\n    改法：把它们移走，或者用 --to 写明另一个文件夹`,
    );
  const step = startStep('做各个文件');
  const files = await handoverFiles(letter, { ...content.site, url });
  writeFolder(folder, files);
  step.end();
  return [
    `写好了，在 ${folder} 里：`,
    ...[...files.keys()].map((name) => `  ${name}`),
    ...(isLoopback(url)
      ? ['没有设定公开的 SITE_URL，所以没有网址和二维码。要有的，在命令前加 SITE_URL=网址']
      : []),
    '先看“怎样粘贴.txt”。',
  ].join('\n');
}

await runAllOrNothing(USAGE, handOver);
