import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, parseDocument, YAMLMap, YAMLSeq, type Document } from 'yaml';
import { inspectEdition, type EditionInput } from '../content/edition.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import { PRIVATE, readInput } from '../content/letters.ts';
import { isStub, returnHelp } from '../content/stub.ts';
import { wholeFile, type Diagnostic } from '../diagnostics.ts';
import { handoverFolder } from '../handover/folder.ts';
import { fileStem, proposalKey, replyKey } from '../letter/key.ts';
import { visibleText } from '../language/hidden.ts';
import { textPattern } from '../language/loose-match.ts';
import type { DraftLetter } from '../letter/letter.ts';
import { letterText } from '../letter/text.ts';
import type { Figures } from '../letter/schema/figures.ts';
import {
  countWithheld,
  encodePublicText,
  RECEIVED_PLACE,
  splitWithheld,
  WITHHELD,
} from '../letter/withholding.ts';
import { filesOf } from '../list-files.ts';
import { fingerprints, NO_FINGERPRINT } from '../permalinks/fingerprints.ts';
import { loadLedger } from '../permalinks/ledger.ts';
import { letterPath } from '../permalinks/paths.ts';
import { decodeText } from '../received/decode.ts';
import { ENDINGS, readReceived, readText, wholeText } from '../received/index.ts';
import { changeLedger } from './ledger-change.ts';
import { findPlaces, textsOf, type Place } from './places.ts';
import { withholdInBytes } from './received-bytes.ts';
import { missingLetter, Refusal } from '../refusal.ts';
import { completeChanges, makeChanges, type FileChange } from './transaction.ts';
import { countMatches, markdownPattern, withholdMatches } from './words.ts';

export interface WithholdOptions {
  key: string;
  /** The place of the words: a fragment, a note's, or a name of the front matter. */
  at: string;
  words: string;
  why: string;
  /** The day of the decision, `2026-12-01`. */
  on: string;
  /** Replaces every occurrence of the words: in the letter, in the editorial texts, and in the received file. */
  all: boolean;
}

/** The result: the places with their numbers of marks, the original's file, and other places of the words. */
export interface Withholding {
  places: Place[];
  original: string | undefined;
  elsewhere: string[];
}

/** The edition, in the parts that change separately. */
interface Source {
  input: EditionInput & { received: NonNullable<EditionInput['received']> };
  letter: DraftLetter;
  lineOf: (place: { fragment: string }) => number;
  diagnostics: Diagnostic[];
  front: Document;
  yaml: string;
  body: string;
  figures: Document | undefined;
}

async function readSource(root: string, key: string): Promise<Source> {
  const path = `content/${fileStem(key)}`;
  const file = `${path}.md`;
  if (!existsSync(join(root, file))) throw new Refusal([missingLetter(file)]);
  const { value: input, diagnostics } = await readInput(root, { path, key });
  if (input && isStub(input.edition.text))
    throw new Refusal([wholeFile(file, '这份答复已经整份撤下', returnHelp(key))]);
  if (!input?.received) {
    const lost = wholeFile(file, '旁边没有收到的原文', '从上一版取回');
    throw new Refusal(diagnostics.length > 0 ? diagnostics : [lost]);
  }
  const ledgerPage = loadLedger(root).get(letterPath({ key }));
  const result = inspectEdition({ ...input, recorded: ledgerPage });
  const parts = splitFrontMatter(input.edition.text);
  const figures = input.figures && parseDocument(input.figures.text);
  if (!result.value || !result.lineOf || !parts || (figures && figures.errors.length > 0))
    throw new Refusal(result.diagnostics);
  return {
    input: { ...input, received: input.received, recorded: ledgerPage },
    letter: result.value,
    lineOf: result.lineOf,
    diagnostics: result.diagnostics,
    front: parseDocument(parts.yaml),
    yaml: parts.yaml,
    body: parts.rest,
    figures,
  };
}

/** The number of occurrences of the words in the received file, comments of Markdown included. */
function countReceived({ input: { received } }: Source, words: string): number {
  const read = countMatches(wholeText(received.reading), textPattern(words));
  if (received.file.endsWith('.docx')) return read;
  const text = decodeText(received.bytes)?.text ?? '';
  return Math.max(read, countMatches(text, receivedPattern(received.file, words)));
}

const receivedPattern = (file: string, words: string): RegExp =>
  file.endsWith('.md') ? markdownPattern(words) : textPattern(words);

/** All places of the words, including those that only the received file has. */
function findAllPlaces(source: Source, words: string): Place[] {
  const places = findPlaces(source.letter, source.front, source.figures, textPattern(words));
  const fragments = new Set(letterText(source.letter).map(({ id }) => id));
  const inReceived = places.filter(({ at }) => fragments.has(at) || at === RECEIVED_PLACE);
  const known = inReceived.reduce((total, { count }) => total + count, 0);
  const rest = countReceived(source, words) - known;
  const omitted = places.find(({ at }) => at === RECEIVED_PLACE);
  if (rest <= 0) return places;
  return [
    ...places.filter(({ at }) => at !== RECEIVED_PLACE),
    { ...omitted, at: RECEIVED_PLACE, count: rest + (omitted?.count ?? 0) },
  ];
}

/** The file and the line of a place. */
function locate({ input, yaml, body, letter, lineOf }: Source, place: Place): [string, number] {
  const { file, text } = input.edition;
  const linesBefore = (words: string, end: number) => words.slice(0, end).split('\n').length;
  if (place.at === 'figures')
    return [input.figures!.file, linesBefore(input.figures!.text, place.offset ?? 0)];
  if (letterText(letter).some(({ id }) => id === place.at))
    return [file, lineOf({ fragment: place.at })];
  if (place.offset !== undefined) return [file, linesBefore(yaml, place.offset) + 1];
  const note = body.indexOf(`[^${place.at.replace(/^n-/, '')}]:`);
  if (note >= 0) return [file, linesBefore(text, text.length - body.length + note)];
  return [input.received.file, 1];
}

const REMEDY_PLACE = '--at 写段号或部分的名称，如';

/** Throws a Refusal if the words cannot be withheld as asked; returns their places. */
function checkRequest(source: Source, { at, words, all }: WithholdOptions): Place[] {
  const { letter, input } = source;
  const { file } = input.edition;
  const refuse = (line: number, message: string, help: string): never => {
    throw new Refusal([{ file, line, message, help }]);
  };
  const fragments = new Set(letterText(letter).map(({ id }) => id));
  const others = ['summary', 'keywords', 'proposal', 'corrections', 'persons', 'signatories'];
  const known = [
    ...fragments,
    ...letter.notes.map(({ id }) => id),
    ...others,
    ...(source.figures ? ['figures'] : []),
    RECEIVED_PLACE,
  ];
  if (!known.includes(at))
    refuse(1, `没有 ${at} 这个位置`, `${REMEDY_PLACE} ${[...fragments].join('、')}`);
  const visible = visibleText(words);
  if (visible === '' || WITHHELD.includes(visible) || visible.includes(WITHHELD))
    refuse(1, '--words 里没有可以换掉的字', '写要换掉的原话；不要写（依法不公开）里的字');
  const places = findAllPlaces(source, words);
  if (!places.some((place) => place.at === at)) {
    const line = fragments.has(at) ? source.lineOf({ fragment: at }) : 1;
    const isDone = letter.withheld.some((entry) => entry.at === at);
    const done = isDone ? '；这里已有（依法不公开），也许已经换过' : '';
    const where = places.map((place) => place.at).join('、');
    refuse(
      line,
      `${at} 里没有这几个字${done}`,
      where ? `它们在 ${where}，改正 --at` : '照原文写 --words',
    );
  }
  if (!all && places.reduce((total, { count }) => total + count, 0) > 1)
    throw new Refusal(
      places.map((place) => {
        const [placeFile, line] = locate(source, place);
        return {
          file: placeFile,
          line,
          message: `${place.at} 里有 ${place.count} 处`,
          help: '几处都换掉的，加 --all；只换一处的，把 --words 写长一些，到只有这一处',
        };
      }),
    );
  return places;
}

/** An entry of a figures file: a figure, another number, or a picture of figures. */
interface FiguresEntry {
  id?: string;
  quote?: string;
  value?: string;
  unit?: string;
}

/** Removes from a figures file the entries whose number is withheld, and the pictures of these figures. */
function dropLostFigures(figures: Document): void {
  const lost = new Set<string>();
  const drop = (list: string, isLost: (entry: FiguresEntry, text: string) => boolean) => {
    const entries = figures.get(list);
    if (!(entries instanceof YAMLSeq)) return;
    entries.items = entries.items.filter((item) => {
      const entry = isMap(item) ? (item.toJSON() as FiguresEntry) : {};
      const isKept = !isLost(entry, JSON.stringify(entry));
      if (!isKept && entry.id !== undefined) lost.add(entry.id);
      return isKept;
    });
  };
  const isWithheld = ({ quote = '' }: FiguresEntry) => quote.includes(WITHHELD);
  drop(
    'figures',
    (entry) => isWithheld(entry) && !entry.quote!.includes(`${entry.value}${entry.unit}`),
  );
  drop('others', (entry) => isWithheld(entry) && !/\d/.test(entry.quote!));
  drop('pictures', (_, text) => [...lost].some((id) => text.includes(JSON.stringify(id))));
}

/** The number of marks in the figures of a file, in the texts that the site prints. */
const countFigureMarks = (figures: Document): number =>
  (figures.toJS() as { figures?: Partial<Figures['figures'][number]>[] }).figures
    ?.flatMap(({ quote, what, unit, asOf }) => [quote, what, unit, asOf])
    .reduce((total, text) => total + countWithheld(String(text)), 0) ?? 0;

/** Replaces the words in the texts of a YAML document; returns its new text. Comments and order stay. */
function withholdInYaml(
  document: Document,
  words: string,
  drop: (document: Document) => void = () => undefined,
): string {
  const pattern = textPattern(words);
  for (const { node } of textsOf(document))
    if (countMatches(node.value, pattern) > 0) node.value = withholdMatches(node.value, pattern);
  drop(document);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  // The remaining occurrences are in comments.
  return text.replaceAll(/^[ \t]*#.*$|[ \t]#.*$/gm, (comment) => withholdMatches(comment, pattern));
}

/** The numbers of the editorial marks of a fragment, from 1 on; undefined if all marks are editorial. */
function numberMarks(
  letter: DraftLetter,
  at: string,
  words: string,
): { old: number[]; new: number[] } | undefined {
  const lines = letterText(letter).filter(({ id }) => id === at);
  const pieces = splitWithheld(
    letter,
    at,
    lines.map(({ text }) => text),
  );
  const numbers = { old: [] as number[], new: [] as number[] };
  let [count, isMixed] = [0, false];
  for (const { text, isMark } of pieces.flat())
    if (isMark) numbers.old.push(++count);
    else
      for (const [found] of text.matchAll(
        new RegExp(`${WITHHELD}|${textPattern(words).source}`, 'gu'),
      )) {
        count++;
        if (found === WITHHELD) isMixed = true;
        else numbers.new.push(count);
      }
  return isMixed ? numbers : undefined;
}

/** Enters the withheld places into the front matter. */
function declareWithheld(
  front: Document,
  letter: DraftLetter,
  places: Place[],
  options: WithholdOptions,
): void {
  const { why, on, words } = options;
  const found = front.get('withheld');
  const list = found instanceof YAMLSeq ? found : new YAMLSeq();
  if (list !== found) front.set('withheld', list);
  for (const { at, count } of places) {
    const numbers = numberMarks(letter, at, words);
    const old = list.items.filter((item) => isMap(item) && item.get('at') === at);
    for (const [index, item] of old.entries())
      if (numbers && item instanceof YAMLMap) item.set('nth', numbers.old[index]);
    for (let index = 0; index < count; index++) {
      const nth = numbers?.new[index];
      list.add(front.createNode({ at, why, on, ...(nth && { nth }) }, { flow: true }));
    }
  }
}

/**
 * Makes the public copy that replaces the received file. A Word file becomes text, and so does a Markdown file
 * in which signs such as ** or a link part the words.
 */
function makePublicCopy(
  received: { file: string; bytes: Uint8Array; text: string },
  words: string,
): { file: string; bytes: Uint8Array } {
  const { file, bytes, text } = received;
  const asText = () => ({
    file: file.replace(/(?:docx|source\.md)$/, 'txt'),
    bytes: encodePublicText(withholdMatches(text, textPattern(words))),
  });
  if (file.endsWith('.docx')) return asText();
  const copy = withholdInBytes(bytes, receivedPattern(file, words));
  if (!file.endsWith('.source.md')) return { file, bytes: copy };
  const { lines, asides } = readText(copy, 'source.md');
  const left = [wholeText({ lines }), asides.join('\n')].some(
    (read) => countMatches(read, textPattern(words)) > 0,
  );
  return left ? asText() : { file, bytes: copy };
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

/**
 * Withholds words of a letter: a mark replaces them in edition, figures and received file, the file as
 * received moves to `private/`, and the ledger drops the fingerprints of the words. Throws a Refusal if
 * anything is wrong; then nothing has changed.
 */
export async function withhold(root: string, options: WithholdOptions): Promise<Withholding> {
  completeChanges(root);
  const { key, words } = options;
  const source = await readSource(root, key);
  const { input, letter, front } = source;
  const places = checkRequest(source, options);
  const { received } = input;

  const receivedText = wholeText(received.reading);
  const isReceived = countReceived(source, words) > 0;
  const copy = isReceived
    ? makePublicCopy({ ...received, text: receivedText }, words)
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
  const edition = { file: input.edition.file, text: `---\n${yaml}---\n${body}` };

  const ending = copy.file.endsWith('.source.md') ? 'source.md' : 'txt';
  const reading = isReceived ? readText(copy.bytes, ending) : received.reading;
  const original = originalFile(root, key, received.file);
  const next: EditionInput = {
    key,
    edition,
    received: { ...copy, reading },
    figures,
    original:
      input.original ??
      (isReceived ? { file: original.file, reading: received.reading } : undefined),
  };
  const made = inspectEdition(next);
  const ledger = changeLedger(root, [key], (entries) => {
    const prints = made.value ? fingerprints(made.value) : new Map();
    return new Map(
      [...entries].map(([name, print]) => {
        const isLost =
          prints.get(name) === NO_FINGERPRINT || (isReceived && name.startsWith('source.'));
        return [name, print && isLost ? NO_FINGERPRINT : print];
      }),
    );
  });
  const result = inspectEdition({ ...next, recorded: ledger.page });
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
      ...{ letter: result.value, input: { ...source.input, ...next, received: next.received! } },
      front: parseDocument(yaml),
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

  const changes: FileChange[] = [
    ...(isReceived && !original.isKept ? [{ file: original.file, bytes: received.bytes }] : []),
    ...(isReceived ? [copy] : []),
    ...(copy.file === received.file ? [] : [{ file: received.file }]),
    { file: edition.file, bytes: Buffer.from(edition.text) },
    ...(figures ? [{ file: figures.file, bytes: Buffer.from(figures.text) }] : []),
    { file: handoverFolder(replyKey(key)) },
    ...ledger.changes,
  ];
  // Before the changes: after them nothing may fail.
  const elsewhere = await findElsewhere(root, key, words);
  makeChanges(root, changes);
  return { places, original: isReceived ? original.file : undefined, elsewhere };
}
