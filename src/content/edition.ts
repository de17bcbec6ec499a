import { createHash } from 'node:crypto';
import { wholeText } from '../received/index.ts';
import type { Reading } from '../received/lines.ts';
import { BodyReader, type FactReference } from './markdown/body.ts';
import { correctionsSchema } from '../letter/schema/corrections.ts';
import { findHiddenCharacters, findHiddenEscapes } from './hidden-characters.ts';
import { decode } from './decode.ts';
import { draftSchema, factsSchema, partsSchema, type DraftFacts, type Facts } from '../letter/schema/letter.ts';
import { figuresSchema, type Figures } from '../letter/schema/figures.ts';
import { checkFigures } from './checks/figures.ts';
import type { RawFile } from './files.ts';
import { splitFrontMatter, NO_FRONT_MATTER, NOT_UTF8, readYaml } from './front-matter.ts';
import { checkLedger } from './checks/ledger.ts';
import type { LedgerPage } from '../permalinks/ledger.ts';
import { findExcess } from './limits.ts';
import { checkStructure } from './checks/structure.ts';
import { bodyText, letterText, type TextFragment } from '../letter/text.ts';
import { unlessTooDeep, type Fail, type LineOf, type Diagnostic } from '../diagnostics.ts';
import { checkText } from './checks/text.ts';
import { checkFacts } from './checks/facts.ts';
import { checkCorrections } from './checks/corrections.ts';
import { formatKey, parseKey } from '../letter/key.ts';
import type { Body, Draft, DraftLetter, Letter } from '../letter/letter.ts';

/** A received file that was read: its path, its bytes, and its text. */
export interface ReceivedInput extends RawFile {
  reading: Reading;
}

/** What became of a Markdown file: a letter fit to be published, or a draft, or neither. */
export interface EditionResult {
  letter?: Letter;
  draft?: Draft;
  diagnostics: Diagnostic[];
}

/**
 * Reads one letter and proves it against the file it was made from. Gives the letter only if there
 * is no problem. `key` is what its path says: `rd17-3/273`; `gathered` are its figures, if any;
 * `kept` is what was published of it before. A draft has its diagnostics with it: they stop nobody.
 */
export function readEdition(
  markdown: RawFile,
  received: ReceivedInput | undefined,
  key: string,
  gathered?: RawFile,
  kept?: LedgerPage,
): EditionResult {
  const diagnostics: Diagnostic[] = [];
  const read = () => readLetter(markdown, received, key, gathered, kept);
  return unlessTooDeep(markdown.file, diagnostics, read) ?? { diagnostics };
}

function readLetter(
  markdown: RawFile,
  received: ReceivedInput | undefined,
  key: string,
  gathered: RawFile | undefined,
  kept: LedgerPage | undefined,
): EditionResult {
  const { file } = markdown;
  const diagnostics: Diagnostic[] = [];
  const fail = (line: number, message: string, help: string) =>
    void diagnostics.push({ file, line, message, help });
  const text = decode(markdown.bytes);
  if (text === undefined) return { diagnostics: [{ file, ...NOT_UTF8 }] };
  const tooMuch = findExcess(text, file);
  if (tooMuch.length > 0) return { diagnostics: tooMuch };
  const parts = splitFrontMatter(text);
  if (!parts) return { diagnostics: [{ file, ...NO_FRONT_MATTER }] };

  diagnostics.push(...findHiddenCharacters(text, file));
  const isDraft = /^draft:\s*true\s*$/m.test(parts.yaml);
  const schema = isDraft ? draftSchema : factsSchema;
  const { data: facts, raw, diagnostics: found, lineOf } = readYaml(parts.yaml, schema, file, 2);
  diagnostics.push(...found);
  // The body is read even where a fact is wrong, so that all diagnostics are told at once.
  const { data: corrections = [] } = correctionsSchema.safeParse(valueAt(raw, 'corrections'));
  const reader = new BodyReader(fail, corrections);
  const body = reader.read(parts.body, raw === undefined ? undefined : factReferences(raw, lineOf));
  const declared = partsSchema.safeParse(valueAt(raw, 'parts')).data;
  if (declared) checkStructure(body, declared, lineOf, fail);
  if (!received)
    fail(
      1,
      '旁边没有收到的原文',
      `把收到的文件原样存为 ${file.replace(/\.md$/, '.txt')}（或 .docx）`,
    );
  const letter = facts && received && assemble(key, facts, body, received);
  if (letter && received) {
    if (diagnostics.length === 0) diagnostics.push(...findHiddenEscapes(letter, file, 1));
    const said = { file: received.file, text: wholeText(received.reading) };
    const edition = {
      file,
      pieces: letterText(letter),
      lineOf: (at: string) => reader.tree.lines.get(at) ?? lineOf(...pathOf(at)),
    };
    diagnostics.push(...checkText(edition, said, letter.source.omitted));
    const figures = gathered && readFigures(gathered, bodyText(body), diagnostics);
    if (figures) letter.figures = figures;
    if (!isDraft) {
      const published = letter as Letter;
      proveKey(published, key, lineOf, fail);
      checkFacts(published, said.text, lineOf, fail);
      checkCorrections(published, lineOf, fail);
      if (kept) checkLedger(published, kept, edition.lineOf, fail);
      if (diagnostics.length === 0) return { letter: published, diagnostics };
    }
  }
  if (!isDraft) return { diagnostics };
  const questions = letter?.questions ?? [];
  return { draft: { file, key, questions, diagnostics, ...(letter && { letter }) }, diagnostics: [] };
}

/** The letter as one value. */
function assemble(
  key: string,
  facts: Facts | DraftFacts,
  body: Body,
  { file, bytes, reading }: ReceivedInput,
): DraftLetter {
  const supplied = /^\[(.+)\]$/s.exec(facts.title.join('\n'))?.[1];
  return {
    key,
    ...facts,
    ...body,
    title: supplied?.split('\n') ?? facts.title,
    titleSupplied: supplied !== undefined,
    received: { file: file.replace(/^content\//, ''), encoding: reading.encoding },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** The place of the file must be the one that its facts ask for. */
function proveKey({ proposal, questions = [] }: Letter, key: string, lineOf: LineOf, fail: Fail) {
  const expected = formatKey(proposal);
  const written = parseKey(key);
  if (!written || formatKey({ ...proposal, reply: written.reply }) !== key)
    fail(
      lineOf('proposal'),
      `文件的位置是 ${key}，所答建议却是 ${expected}`,
      `改正 proposal，或把文件移到 content/${expected}.md`,
    );
  if (questions.length > 0)
    fail(lineOf('questions'), '还有没有回答的问题', '逐条处理后，把 questions 一项删去');
}

/** The figures gathered beside a letter, proved against its body. */
function readFigures(
  { file, bytes }: RawFile,
  body: TextFragment[],
  diagnostics: Diagnostic[],
): Figures | undefined {
  const text = decode(bytes);
  if (text === undefined) {
    diagnostics.push({ file, ...NOT_UTF8 });
    return undefined;
  }
  const tooMuch = findExcess(text, file);
  diagnostics.push(...tooMuch);
  if (tooMuch.length > 0) return undefined;
  const { data, diagnostics: found, lineOf } = readYaml(text, figuresSchema, file, 1);
  diagnostics.push(...findHiddenCharacters(text, file), ...found);
  if (data)
    checkFigures(data, body, lineOf, (line, message, help) =>
      diagnostics.push({ file, line, message, help }),
    );
  return data;
}

/** A value by its path, in data that may have any shape. */
const valueAt = (data: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined,
    data,
  );

/** The notes that the front matter refers to; the date stands twice, in the fact box and under the text. */
const factReferences = (raw: unknown, lineOf: LineOf): FactReference[] =>
  (
    [
      ['date above', 'date'],
      ['source', 'source'],
      ['date', 'date'],
      ['contact', 'contact'],
    ] as const
  ).flatMap(([place, fact]) => {
    const label = valueAt(raw, fact, 'note');
    return typeof label === 'string' ? [{ place, label, line: lineOf(fact, 'note') }] : [];
  });

/** Where the front matter holds what stands at a fragment. */
const pathOf = (at: string): string[] =>
  ({
    doc: ['docNumber'],
    to: ['salutation'],
    sign: ['signatories'],
    date: ['date', 'printed'],
    cc: ['copies', 'printed'],
    contact: ['contact', 'lines'],
    omitted: ['source', 'omitted'],
    next: ['parts', 'nextSteps'],
  })[at] ?? [at];
