import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, parseDocument } from 'yaml';
import { splitFrontMatter } from '../content/front-matter.ts';
import { PRIVATE } from '../content/files.ts';
import { SITE } from '../content/load.ts';
import { sha256 } from '../digest.ts';
import { filesOf } from '../list-files.ts';
import { Refusal } from '../refusal.ts';
import { makeChanges, type FileChange } from '../takedown/transaction.ts';
import { writeSite, type Answers } from './answers.ts';

/** The folder to which a new publisher's project moves the letter with which it came. The tests read it there. */
export const EXAMPLE = 'tests/example';
/** The letter of the example, and the SHA-256 of its received file. */
const LETTER = 'rd17-3/273';
const RECEIVED = '2001c41b58a45a694e78ac3eb50e2fde25aae7ea4dba7ef3c719b2c049a9095c';
const HOME_PAGE = 'content/pages/index.md';

/** Returns true for a file of `content/` that a new publisher keeps, by its path there. */
const isShared = (name: string): boolean =>
  name === 'README.md' || (name.startsWith('pages/') && name !== 'pages/index.md');

const isHidden = (name: string): boolean => /(?:^|\/)\./.test(name);

/** The names of the files below `content/` of the example. */
const exampleFiles = (root: string): string[] =>
  filesOf(join(root, 'content')).filter((name) => !isShared(name) && !isHidden(name));

/** Returns true if the example of the project at `root` was moved to the tests. */
export const hasMovedExample = (root: string): boolean =>
  existsSync(join(root, EXAMPLE, `${LETTER}.md`));

/** Returns why a project is not as it came, in Chinese; undefined if it is. */
function findOwnWork(root: string): string | undefined {
  if (hasMovedExample(root)) return `样例答复已经移到 ${EXAMPLE}，这个项目已经有主了`;
  const own = exampleFiles(root).find(
    (name) => !new RegExp(`^(?:${LETTER}\\.|addresses/|site\\.yaml$|pages/)`).test(name),
  );
  if (own !== undefined) return `有样例以外的文件 content/${own}`;
  const received = join(root, `content/${LETTER}.txt`);
  if (!existsSync(received) || sha256(readFileSync(received)) !== RECEIVED)
    return `content/${LETTER}.txt 不是样例的原文`;
  if (!existsSync(join(root, SITE))) return `没有 ${SITE}`;
  const site = parseDocument(readFileSync(join(root, SITE), 'utf8')).contents;
  if (isMap(site) && site.has('publisher')) return `${SITE} 里已经写明主办者`;
  // Hidden files are what a killed command left.
  const kept = existsSync(join(root, PRIVATE)) ? filesOf(join(root, PRIVATE)) : [];
  const file = kept.find((name) => !isHidden(name));
  return file === undefined ? undefined : `${PRIVATE} 里有文件 ${file}`;
}

/** Throws a Refusal unless the content of a project is the example with which it came. */
export function requireExample(root: string): void {
  const reason = findOwnWork(root);
  if (reason === undefined) return;
  throw new Refusal(
    `内容不是项目带来的样例：${reason}。改法：已经是自己的项目的，直接改 ${SITE}，不用再运行；要重新开始的，另外克隆一份`,
  );
}

/** The home page's words with the name of the site as their title. */
function nameHomePage(text: string, name: string, day: string): string {
  const parts = splitFrontMatter(text);
  if (!parts) throw new Refusal(`${HOME_PAGE} 开头没有成对的 --- 行。改法：用 git 取回`);
  const facts = parseDocument(parts.yaml);
  facts.set('title', name);
  facts.set('updated', day);
  return `---\n${facts.toString({ lineWidth: 0 })}---\n${parts.rest}`;
}

/**
 * Makes the project at `root` that of a publisher: the example's letter, ledger and words move to `EXAMPLE`,
 * `site.yaml` and the title of the home page follow from the answers. `day` is today, `2026-12-01`. Throws a
 * Refusal if the content is not the example; then nothing has changed.
 */
export function setUpProject(root: string, answers: Answers, day: string): void {
  requireExample(root);
  const read = (file: string) => readFileSync(join(root, file));
  const site = writeSite(read(SITE).toString(), answers, SITE);
  const home = nameHomePage(read(HOME_PAGE).toString(), String(answers.get('name')), day);
  const moved = exampleFiles(root);
  const written: FileChange[] = [
    ...moved.map((name) => ({ file: `${EXAMPLE}/${name}`, bytes: read(`content/${name}`) })),
    { file: SITE, bytes: Buffer.from(site) },
    { file: HOME_PAGE, bytes: Buffer.from(home) },
  ];
  const kept = [SITE, HOME_PAGE];
  const removed = moved.map((name) => `content/${name}`).filter((file) => !kept.includes(file));
  const folders = ['content/addresses', `content/${LETTER.replace(/\/.*/, '')}`];
  makeChanges(root, [...written, ...[...removed, ...folders].map((file) => ({ file }))]);
}
