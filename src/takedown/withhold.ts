import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { inspectEdition, type EditionInput } from '../content/edition.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import { PRIVATE } from '../content/files.ts';
import { wholeFile } from '../diagnostics.ts';
import { handoverFolders } from '../handover/folder.ts';
import { fileStem, proposalKey, replyKey } from '../letter/key.ts';
import { filesOf } from '../list-files.ts';
import { fingerprints, NO_FINGERPRINT } from '../permalinks/fingerprints.ts';
import { decodeText } from '../received/decode.ts';
import { ENDINGS, readReceived, readText, wholeText } from '../received/index.ts';
import { Refusal } from '../refusal.ts';
import { declareWithheld } from './declare.ts';
import { countFigureMarks, dropLostFigures, withholdInYaml } from './edit-yaml.ts';
import { changeLedger } from './ledger-change.ts';
import type { Place } from './places.ts';
import { makePublicCopy } from './public-copy.ts';
import { checkRequest, type WithholdOptions } from './request.ts';
import { countReceived, findAllPlaces, readSource, type Source } from './source.ts';
import { completeChanges, makeChanges, type FileChange } from './transaction.ts';
import { markdownPattern, withholdMatches } from './words.ts';

/** The result: the places with their numbers of marks, the original's file, and other places of the words. */
export interface Withholding {
  places: Place[];
  original: string | undefined;
  elsewhere: string[];
}

/** The file of the letter's original, whether it exists already or not. */
function originalFile(
  root: string,
  key: string,
  received: string,
): { file: string; isKept: boolean } {
  const kept = ENDINGS.map((ending) => `${PRIVATE}/${fileStem(key)}.${ending}`).find((file) =>
    existsSync(join(root, file)),
  );
  return { file: kept ?? received.replace(/^content/, PRIVATE), isKept: kept !== undefined };
}

/** The other occurrences of the words in `content/`, as `file:line`. */
async function findElsewhere(root: string, key: string, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of filesOf(join(root, 'content'))) {
    const isOwn = name.startsWith(`${fileStem(key)}.`);
    const isOfProposal = name.startsWith(`${fileStem(proposalKey(key))}.`);
    if ((isOwn && !isOfProposal) || name.startsWith('addresses/')) continue;
    const bytes = readFileSync(join(root, 'content', name));
    const text = name.endsWith('.docx')
      ? await readReceived(bytes, 'docx').then(wholeText, () => '')
      : (decodeText(bytes)?.text ?? '');
    for (const match of text.matchAll(markdownPattern(words)))
      found.push(`content/${name}:${text.slice(0, match.index).split('\n').length}`);
  }
  return found;
}

/** The texts of a letter without the words, and how its received file changes. */
interface Replacement {
  next: EditionInput & { received: NonNullable<EditionInput['received']> };
  /** True if the received file contained the words. */
  isReceived: boolean;
  original: { file: string; isKept: boolean };
}

/** Replaces the words in the edition, the figures and the received file. Changes `source.front` and `source.figures`. */
function replaceWords(
  root: string,
  source: Source,
  places: Place[],
  options: WithholdOptions,
): Replacement {
  const { key, words } = options;
  const { input, letter, front } = source;
  const { received } = input;
  const isReceived = countReceived(source, words) > 0;
  const copy = isReceived
    ? makePublicCopy({ ...received, text: wholeText(received.reading) }, words)
    : { file: received.file, bytes: received.bytes };
  const before = source.figures ? countFigureMarks(source.figures) : 0;
  const figures =
    source.figures && input.figures
      ? { file: input.figures.file, text: withholdInYaml(source.figures, words, dropLostFigures) }
      : undefined;
  const inFigures = source.figures ? countFigureMarks(source.figures) - before : 0;
  declareWithheld(
    front,
    letter,
    places.map((place) => (place.at === 'figures' ? { ...place, count: inFigures } : place)),
    options,
  );
  if (copy.file !== received.file) front.deleteIn(['source', 'publish']);
  const yaml = withholdInYaml(front, words);
  const body = withholdMatches(source.body, markdownPattern(words));
  const ending = copy.file.endsWith('.source.md') ? 'source.md' : 'txt';
  const reading = isReceived ? readText(copy.bytes, ending) : received.reading;
  const original = originalFile(root, key, received.file);
  return {
    next: {
      key,
      edition: { file: input.edition.file, text: `---\n${yaml}---\n${body}` },
      received: { ...copy, reading },
      figures,
      original:
        input.original ??
        (isReceived ? { file: original.file, reading: received.reading } : undefined),
    },
    isReceived,
    original,
  };
}

/** The ledger without the fingerprints of texts that now have a mark. */
function dropFingerprints(root: string, { next, isReceived }: Replacement) {
  const made = inspectEdition(next);
  return changeLedger(root, [next.key], (entries) => {
    const prints = made.value ? fingerprints(made.value) : new Map();
    return new Map(
      [...entries].map(([name, print]) => {
        const isLost =
          prints.get(name) === NO_FINGERPRINT || (isReceived && name.startsWith('source.'));
        return [name, print && isLost ? NO_FINGERPRINT : print];
      }),
    );
  });
}

/** Throws a Refusal if the letter without the words has new problems, or still contains them. */
function checkReplaced(
  source: Source,
  next: Replacement['next'],
  recorded: EditionInput['recorded'],
  words: string,
): void {
  const { edition, figures } = next;
  const result = inspectEdition({ ...next, recorded });
  const known = new Set(source.diagnostics.map(({ message }) => message));
  const problems = result.diagnostics.filter(({ message }) => !known.has(message));
  if (problems.length > 0 || !result.value)
    throw new Refusal([
      wholeFile(
        edition.file,
        '这几个字换掉以后，答复通不过检查（见下），不能这样换',
        '只换其中的几个字；整份都不应公开的，运行 npm run withdraw',
      ),
      ...problems,
    ]);
  const left = findAllPlaces(
    {
      ...source,
      letter: result.value,
      input: { ...source.input, ...next },
      front: parseDocument(splitFrontMatter(edition.text)!.yaml),
      figures: figures && parseDocument(figures.text),
    },
    words,
  );
  if (left.length > 0)
    throw new Refusal([
      wholeFile(
        edition.file,
        `${left.map(({ at }) => at).join('、')} 里的这几个字换不掉：它们跨着两行或两格，或写成了别的样子`,
        '分几次换掉，每次写一行或一格里的字',
      ),
    ]);
}

/**
 * Withholds words of a letter: a mark replaces them in edition, figures and received file, the file as
 * received moves to `private/`, and the ledger drops the fingerprints of the words. Throws a Refusal if
 * anything is wrong; then nothing has changed.
 */
export async function withhold(root: string, options: WithholdOptions): Promise<Withholding> {
  completeChanges(root);
  const { key, words } = options;
  const source = await readSource(root, key);
  const places = checkRequest(source, options);
  const replacement = replaceWords(root, source, places, options);
  const ledger = dropFingerprints(root, replacement);
  const { next, isReceived, original } = replacement;
  checkReplaced(source, next, ledger.page, words);

  const { received } = source.input;
  const changes: FileChange[] = [
    ...(isReceived && !original.isKept ? [{ file: original.file, bytes: received.bytes }] : []),
    ...(isReceived ? [{ file: next.received.file, bytes: next.received.bytes }] : []),
    ...(next.received.file === received.file ? [] : [{ file: received.file }]),
    { file: next.edition.file, bytes: Buffer.from(next.edition.text) },
    ...(next.figures ? [{ file: next.figures.file, bytes: Buffer.from(next.figures.text) }] : []),
    ...handoverFolders(root, replyKey(key)).map((file) => ({ file })),
    ...ledger.changes,
  ];
  // Before the changes: after them nothing may fail.
  const elsewhere = await findElsewhere(root, key, words);
  makeChanges(root, changes);
  return { places, original: isReceived ? original.file : undefined, elsewhere };
}
