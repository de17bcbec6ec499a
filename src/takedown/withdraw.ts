import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { isDraft } from '../content/edition.ts';
import { isFile, readContentFile } from '../content/files.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import { PRIVATE } from '../content/files.ts';
import { isStub, readStub, returnHelp } from '../content/stub.ts';
import { wholeFile } from '../diagnostics.ts';
import { proposalKey } from '../letter/key.ts';
import { handoverFolders } from '../handover/folder.ts';
import { NO_FINGERPRINT } from '../permalinks/fingerprints.ts';
import type { LedgerPage } from '../permalinks/ledger.ts';
import { ENDINGS } from '../received/index.ts';
import { changeLedger } from './ledger-change.ts';
import { missingLetter, Refusal } from '../refusal.ts';
import { completeChanges, makeChanges, type FileChange } from './transaction.ts';

export interface WithdrawOptions {
  key: string;
  /** The day of the decision, `2026-12-01`. */
  on: string;
  why: string;
  /** The office or person that decided. */
  by?: string | undefined;
}

/** The folder of the files of withdrawn letters. */
const HELD = `${PRIVATE}/withdrawn`;
/** The endings of the files of a letter in `content/`; the edition is the first. */
const ALL_ENDINGS = [
  ...['md', 'figures.yaml', ...ENDINGS],
  ...['md', ...ENDINGS].map((ending) => `proposal.${ending}`),
];
/** The ending of the file with the ledger's entries from before the withdrawal. */
const ENTRIES = 'addresses.json';

/** The bytes of a file. Throws a Refusal if it is a link or no file, such as a pipe, which would never end. */
function readBytes(root: string, file: string): Uint8Array {
  const { value, diagnostics } = readContentFile(root, file, Infinity);
  if (!value) throw new Refusal(diagnostics);
  return value.bytes;
}

/** The files of a letter that exist in a folder. */
const existingFiles = (
  root: string,
  folder: string,
  key: string,
  endings = ALL_ENDINGS,
): string[] =>
  endings.map((ending) => `${folder}/${key}.${ending}`).filter((file) => isFile(root, file));

const withoutPrints = (entries: LedgerPage['entries']): LedgerPage['entries'] =>
  new Map(
    [...entries].map(([name, print]) => [
      name,
      print && name !== 'corrections' ? NO_FINGERPRINT : print,
    ]),
  );

/** Throws a Refusal for an edition that cannot be withdrawn: none, a withdrawn one, a draft. */
function checkEdition(root: string, key: string): void {
  const file = `content/${key}.md`;
  if (!isFile(root, file)) throw new Refusal([missingLetter(file)]);
  const text = Buffer.from(readBytes(root, file)).toString();
  if (isStub(text)) throw new Refusal([wholeFile(file, '这份答复已经撤下', returnHelp(key))]);
  if (isDraft({ yaml: splitFrontMatter(text)?.yaml ?? '' })) {
    const help = '没有公布过的，删去它的文件就是了；公布过又改成草稿的，先删去 draft 和 questions';
    throw new Refusal([wholeFile(file, '这是草稿，没有公布，不用撤下', help)]);
  }
}

/**
 * Withdraws a letter: its files move to `private/`, a stub with the decision remains, and the ledger drops the
 * fingerprints of its words. Returns the files in `private/`. Throws a Refusal if anything is wrong; then
 * nothing has changed.
 */
export function withdraw(root: string, { key, on, why, by }: WithdrawOptions): string[] {
  completeChanges(root);
  checkEdition(root, key);
  const decision = { withdrawn: { on, why, ...(by && { by }) } };
  const stub = { file: `content/${key}.md`, text: `---\n${stringify(decision)}---\n` };
  const before: Record<string, [string, string][]> = {};
  const { ledger, changes } = changeLedger(root, [key, proposalKey(key)], (entries, path) => {
    before[path] = [...entries];
    return withoutPrints(entries);
  });
  const { diagnostics } = readStub({ key, edition: stub, received: undefined }, ledger);
  if (diagnostics.length > 0) throw new Refusal(diagnostics);

  const files = existingFiles(root, 'content', key);
  const held: FileChange[] = [
    ...files.map((file) => ({
      file: file.replace(/^content/, HELD),
      bytes: readBytes(root, file),
    })),
    { file: `${HELD}/${key}.${ENTRIES}`, bytes: Buffer.from(JSON.stringify(before)) },
  ];
  const stale = existingFiles(root, HELD, key).filter(
    (name) => !held.some(({ file }) => file === name),
  );
  makeChanges(root, [
    ...held,
    { file: stub.file, bytes: Buffer.from(stub.text) },
    ...[...files.filter((file) => file !== stub.file), ...stale, ...handoverFolders(root, key)].map(
      (file) => ({ file }),
    ),
    ...changes,
  ]);
  return held.map(({ file }) => file);
}

/**
 * Returns a withdrawn letter: its files come back from `private/`, and the fingerprints to the ledger. Returns
 * the files in `content/`. Throws a Refusal if the letter is not withdrawn or its files are not at hand; then
 * nothing has changed.
 */
export function returnLetter(root: string, key: string): string[] {
  completeChanges(root);
  const stub = `content/${key}.md`;
  if (!isFile(root, stub)) throw new Refusal([missingLetter(stub)]);
  if (!isStub(Buffer.from(readBytes(root, stub)).toString()))
    throw new Refusal([wholeFile(stub, '这份答复没有撤下，不用恢复', '检查届次和编号')]);
  const files = existingFiles(root, HELD, key);
  const entries = `${HELD}/${key}.${ENTRIES}`;
  if (files[0] !== `${HELD}/${key}.md` || !isFile(root, entries)) {
    const help = `从另外保存的地方取回 ${HELD}/${key}.*；没有的，用 git 取回撤下以前的 content`;
    throw new Refusal([wholeFile(stub, `${HELD} 里没有这份答复的文件，不能恢复`, help)]);
  }
  const [taken] = existingFiles(root, 'content', key, ALL_ENDINGS.slice(1));
  if (taken)
    throw new Refusal([wholeFile(taken, '恢复时会盖住这个文件', '把它移出 content 文件夹')]);

  const before = JSON.parse(readFileSync(join(root, entries), 'utf8')) as Record<
    string,
    [string, string][]
  >;
  const { changes } = changeLedger(root, [key, proposalKey(key)], (current, path) => {
    const prints = new Map(before[path]);
    return new Map(
      [...current].map(([name, print]) => [
        name,
        print === NO_FINGERPRINT ? (prints.get(name) ?? print) : print,
      ]),
    );
  });
  const returned = files.map((file) => ({
    file: file.replace(HELD, 'content'),
    bytes: readBytes(root, file),
  }));
  makeChanges(root, [...returned, ...[...files, entries].map((file) => ({ file })), ...changes]);
  return returned.map(({ file }) => file);
}
