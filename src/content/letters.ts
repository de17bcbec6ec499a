import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wholeFile, type Diagnostic, type Result } from '../diagnostics.ts';
import {
  fileStem,
  isProposalKey,
  parseKey,
  parseReplyNumber,
  parseSessionKey,
  proposalKey,
} from '../letter/key.ts';
import type { Draft, Letter } from '../letter/letter.ts';
import { compareLetters } from '../letter/sessions.ts';
import type { Withdrawal } from '../letter/withdrawal.ts';
import { readLedger, type Ledger } from '../permalinks/ledger.ts';
import { isLetterPath, letterPath, proposalPath } from '../permalinks/paths.ts';
import { startStep } from '../progress.ts';
import { ENDINGS, readReceived } from '../received/index.ts';
import { MAX_RECEIVED_BYTES } from '../received/limits.ts';
import { Unreadable } from '../received/unreadable.ts';
import { readEdition, type EditionInput, type ReceivedInput } from './edition.ts';
import { isFile, PRIVATE, readContentFile, readTextFile } from './files.ts';
import { fileFinder, keepLetter, readKnownLetter, readLetterInputs } from './known-letters.ts';
import { findReceivedConflict } from './merge-conflicts.ts';
import { isStub, readStub } from './stub.ts';

/** The folder of drafts whose session or number is not known yet. */
export const DRAFTS = 'drafts';
/** Returns true for the key of a draft in that folder, `drafts/12`. */
export const isDraftKey = (key: string): boolean => /^drafts\/[^/.][^/]*$/.test(key);
/** Returns true for the key of a letter or of such a draft. */
export const isContentKey = (key: string): boolean =>
  parseKey(key) !== undefined || isProposalKey(key) || isDraftKey(key);
/** The name of a file of a proposal's text, without the ending of the letter's: `proposal.md`. */
const PROPOSAL_FILE = new RegExp(
  `^(.*?)\\.proposal\\.(md|${ENDINGS.join('|').replaceAll('.', '\\.')})$`,
);
/** A name in a session's folder: its stem, and the ending that identifies the kind of file. */
const FILE = new RegExp(
  `^(.*?)\\.(md|figures\\.yaml|${ENDINGS.join('|').replaceAll('.', '\\.')})$`,
);
/** The entries of `content/` other than the folders of letters. */
const SITE_FILES = ['README.md', 'addresses', 'pages', 'site.yaml'];

/** An edition's file, found but not read. */
interface EditionFile {
  /** Its path without the ending: `content/rd17-3/273`. */
  path: string;
  /** The key that follows from its path. */
  key: string;
}

/** All letters, withdrawn letters and drafts under `content/`, the ledger, and all their diagnostics. */
export interface LoadedLetters {
  letters: Letter[];
  withdrawn: Withdrawal[];
  drafts: Draft[];
  ledger: Ledger;
  diagnostics: Diagnostic[];
}

/**
 * Loads every letter and draft of the project at `root`, in the order of `compareLetters`; only one of them, and
 * the problems of its files, if `key` is given.
 */
export async function loadLetters(root: string, key?: string): Promise<LoadedLetters> {
  const { editions, diagnostics } = chooseEdition(listEditions(root), key);
  const { ledger, diagnostics: unrecorded } = readLedger(root);
  diagnostics.push(...unrecorded, ...(key === undefined ? findLoss(editions, ledger) : []));
  const letters: Letter[] = [];
  const withdrawn: Withdrawal[] = [];
  const drafts: Draft[] = [];
  const findFiles = fileFinder(root);
  const step = startStep('核对内容', editions.length);
  for (const edition of editions) {
    step.advance();
    const recorded = [letterPath, proposalPath].map((pathOf) => ledger.get(pathOf(edition)));
    const files = [edition.path, `${PRIVATE}/${edition.key}`].flatMap(findFiles);
    const inputs = readLetterInputs(root, edition.key, files, recorded);
    const known = inputs && readKnownLetter(inputs);
    if (known) {
      letters.push(known);
      continue;
    }
    const input = await readInput(root, edition);
    diagnostics.push(...input.diagnostics);
    if (!input.value) continue;
    if (isStub(input.value.edition.text)) {
      const stub = readStub(input.value, ledger);
      diagnostics.push(...stub.diagnostics);
      if (stub.value) withdrawn.push(stub.value);
      continue;
    }
    const read = (text: EditionInput) =>
      readEdition({ ...text, recorded: ledger.get(letterPath(text)) });
    const result = read(input.value);
    const proposal = input.value.proposal && read(input.value.proposal);
    const found = [...result.diagnostics, ...(proposal?.diagnostics ?? [])];
    diagnostics.push(...found);
    const proposalText = proposal?.letter;
    const letter = result.letter && { ...result.letter, ...(proposalText && { proposalText }) };
    if (letter) letters.push(letter);
    if (inputs && letter && !proposal?.draft && found.length + input.diagnostics.length === 0)
      keepLetter(inputs, letter);
    drafts.push(...[result.draft, proposal?.draft].flatMap((draft) => draft ?? []));
  }
  step.end();
  return {
    letters: letters.sort(compareLetters),
    withdrawn: withdrawn.sort(compareLetters),
    drafts,
    ledger,
    diagnostics,
  };
}

/** The edition of a key, and the problems of its files; everything without a key. Reports a key without edition. */
function chooseEdition(
  found: ReturnType<typeof listEditions>,
  key: string | undefined,
): ReturnType<typeof listEditions> {
  if (key === undefined) return found;
  const editions = found.editions.filter((edition) => edition.key === key);
  const diagnostics = found.diagnostics.filter(({ file }) => file.startsWith(`content/${key}.`));
  const help = '检查届次和编号；还没有加的，用 npm run add';
  const absent =
    editions.length === 0 ? [wholeFile(`content/${key}.md`, '没有这份答复', help)] : [];
  return { editions, diagnostics: [...diagnostics, ...absent] };
}

/** `rd17-03/0273` and `RD17-3/273` are read as the key `rd17-3/273`. */
const canonicalKey = (path: string) => path.toLowerCase().replaceAll(/(?<!\d)0+(?=\d)/g, '');

/** The names in a folder without hidden files, numbers in numerical order. */
const listFolder = (root: string, folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));

/** Finds the editions of the project at `root`. Reports every other name that does not belong. */
function listEditions(root: string): { editions: EditionFile[]; diagnostics: Diagnostic[] } {
  const found = listFolder(root, 'content')
    .filter(({ name }) => !SITE_FILES.includes(name))
    .flatMap((entry): (EditionFile | Diagnostic)[] => {
      const isLetters = entry.name === DRAFTS || parseSessionKey(canonicalKey(entry.name));
      if (entry.isDirectory() && isLetters)
        return listFolder(root, `content/${entry.name}`).flatMap(({ name }) =>
          readName(root, entry.name, name),
        );
      const help = '答复放在 rd17-3 这样的文件夹里（人大用 rd，政协用 zx）';
      return [wholeFile(`content/${entry.name}`, '不认识的文件或文件夹', help)];
    });
  const editions = found.filter((entry) => 'key' in entry);
  const misplaced = found.filter((entry) => 'message' in entry);
  return { editions, diagnostics: [...misplaced, ...checkKeys(editions)] };
}

/** A project has no letters before its first one; later, their absence is a loss. */
const findLoss = (editions: EditionFile[], ledger: Ledger): Diagnostic[] =>
  editions.length === 0 && [...ledger.keys()].some(isLetterPath)
    ? [wholeFile('content', '一份答复也没有，网址登记里却有', '用 git 取回各届的文件夹')]
    : [];

/** Reads a name in a folder of letters. A file beside an edition results in nothing. */
function readName(root: string, folder: string, name: string): (EditionFile | Diagnostic)[] {
  const file = `content/${folder}/${name}`;
  const proposal = folder === DRAFTS ? null : PROPOSAL_FILE.exec(name);
  const [, stem = '', ending] = proposal ?? FILE.exec(name) ?? [];
  const path = `content/${folder}/${stem}`;
  const isNamed = folder === DRAFTS ? stem !== '' : parseReplyNumber(canonicalKey(stem));
  if (!isNamed || !isFile(root, file)) {
    const help = '写成 273.md 和 273.txt 的样子：编号、半角、小写，不放子文件夹';
    return [wholeFile(file, '文件名不能作地址', help)];
  }
  if (ending === 'md' && !proposal) return [{ path, key: canonicalKey(`${folder}/${stem}`) }];
  const editions = [`${path}.md`, ...(proposal ? [`${path}.proposal.md`] : [])];
  return editions
    .filter((edition) => !isFile(root, edition))
    .map((edition) => wholeFile(file, '旁边没有整理的文本', `写出 ${edition}，或移走这个文件`));
}

/** Each key has one edition, and the path of the edition is spelled like its key. */
const checkKeys = (editions: EditionFile[]): Diagnostic[] =>
  [...Map.groupBy(editions, ({ key }) => key)].flatMap(([key, [first, ...others]]) => {
    const isMisnamed = first && first.path !== `content/${key}` && !key.startsWith(`${DRAFTS}/`);
    const help = `改名为 content/${key}.md，编号前不加零`;
    return [
      ...(isMisnamed ? [wholeFile(`${first.path}.md`, '文件名不能作地址', help)] : []),
      ...others.map(({ path }) =>
        wholeFile(
          `${path}.md`,
          `地址 /${key}/ 已被 ${first?.path}.md 占用`,
          '第二份答复存为 编号-2.md',
        ),
      ),
    ];
  });

/** The original of a public copy, if it is at hand. */
async function readOriginal(root: string, key: string): Promise<EditionInput['original']> {
  for (const ending of ENDINGS) {
    const file = `${PRIVATE}/${fileStem(key)}.${ending}`;
    if (isFile(root, file))
      return { file, reading: await readReceived(readFileSync(join(root, file)), ending) };
  }
  return undefined;
}

/** Reads an edition and the files beside it. Without a value, it cannot be checked. */
export async function readInput(
  root: string,
  { path, key }: EditionFile,
): Promise<Result<EditionInput>> {
  const edition = readTextFile(root, `${path}.md`);
  const received = await readReceivedBeside(root, path);
  const figures = readTextFile(root, `${path}.figures.yaml`);
  const original = await readOriginal(root, key);
  const isReadable = received.value || received.diagnostics.length === 0;
  const hasProposal = parseKey(key) !== undefined && isFile(root, `${path}.proposal.md`);
  const proposal = hasProposal
    ? await readInput(root, { path: `${path}.proposal`, key: proposalKey(key) })
    : undefined;
  return {
    ...(edition.value &&
      isReadable && {
        value: {
          key,
          edition: edition.value,
          received: received.value,
          figures: figures.value,
          original,
          ...(proposal?.value && { proposal: proposal.value }),
        },
      }),
    diagnostics: [edition, received, figures, proposal].flatMap(
      (result) => result?.diagnostics ?? [],
    ),
  };
}

/** Reads the received file beside an edition, whichever kind it is. Reports a second file. */
async function readReceivedBeside(root: string, path: string): Promise<Result<ReceivedInput>> {
  const results = ENDINGS.map((ending) => ({
    ending,
    ...readContentFile(root, `${path}.${ending}`, MAX_RECEIVED_BYTES),
  }));
  const unreadable = results.flatMap((result) => result.diagnostics);
  if (unreadable.length > 0) return { diagnostics: unreadable };
  const [first, second] = results.flatMap(({ value, ending }) => (value ? { value, ending } : []));
  if (!first) return { diagnostics: [] };
  const { file, bytes } = first.value;
  const conflict = findReceivedConflict(bytes, file);
  if (conflict.length > 0) return { diagnostics: conflict };
  const diagnostics = second
    ? [wholeFile(second.value.file, `旁边还有收到的原文 ${file}`, '只留收到的那一个，移走另一个')]
    : [];
  try {
    const reading = await readReceived(bytes, first.ending);
    return { value: { file, bytes, reading }, diagnostics };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { diagnostics: [...diagnostics, wholeFile(file, error.reason, error.help)] };
  }
}
