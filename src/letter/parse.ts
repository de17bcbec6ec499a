import { createHash } from 'node:crypto';
import { wholeText } from '../received/index.ts';
import type { Reading } from '../received/lines.ts';
import { BodyReader, type FactReference } from './body.ts';
import { correctionsSchema } from './corrections.ts';
import { decode, hiddenCharacters, hiddenEscapes } from './checks.ts';
import { draftSchema, factsSchema, partsSchema, type DraftFacts, type Facts } from './facts.ts';
import { figuresSchema, type Figures } from './figures-schema.ts';
import { proveFigures } from './figures.ts';
import type { RawFile } from './files.ts';
import { cut, NO_FRONT_MATTER, NOT_UTF8, readYaml } from './frontmatter.ts';
import { proveKept } from './kept.ts';
import type { LedgerLine } from './ledger.ts';
import { excess } from './limits.ts';
import { checkParts } from './parts.ts';
import { bodyPieces, pieces, type Piece } from './pieces.ts';
import { unlessTooDeep, type Fail, type LineOf, type Problem } from './problems.ts';
import { prove } from './proof.ts';
import { keyOf, proveCorrections, proveFacts } from './prove-facts.ts';
import type { Body, Draft, DraftLetter, Letter } from './types.ts';

/** A received file that was read: its path, its bytes, and its text. */
export interface ReceivedFile extends RawFile {
  reading: Reading;
}

/** What became of a Markdown file: a letter fit to be published, or a draft, or neither. */
export interface Parsed {
  letter?: Letter;
  draft?: Draft;
  problems: Problem[];
}

/**
 * Reads one letter and proves it against the file it was made from. Gives the letter only if there
 * is no problem. `key` is what its path says: `rd17-3/273`; `gathered` are its figures, if any;
 * `kept` is what was published of it before. A draft has its problems with it: they stop nobody.
 */
export function parseLetter(
  markdown: RawFile,
  received: ReceivedFile | undefined,
  key: string,
  gathered?: RawFile,
  kept?: LedgerLine,
): Parsed {
  const problems: Problem[] = [];
  const read = () => readLetter(markdown, received, key, gathered, kept);
  return unlessTooDeep(markdown.file, problems, read) ?? { problems };
}

function readLetter(
  markdown: RawFile,
  received: ReceivedFile | undefined,
  key: string,
  gathered: RawFile | undefined,
  kept: LedgerLine | undefined,
): Parsed {
  const { file } = markdown;
  const problems: Problem[] = [];
  const fail = (line: number, what: string, remedy: string) =>
    void problems.push({ file, line, what, remedy });
  const text = decode(markdown.bytes);
  if (text === undefined) return { problems: [{ file, ...NOT_UTF8 }] };
  const tooMuch = excess(text, file);
  if (tooMuch.length > 0) return { problems: tooMuch };
  const parts = cut(text);
  if (!parts) return { problems: [{ file, ...NO_FRONT_MATTER }] };

  problems.push(...hiddenCharacters(text, file));
  const isDraft = /^draft:\s*true\s*$/m.test(parts.yaml);
  const schema = isDraft ? draftSchema : factsSchema;
  const { data: facts, raw, problems: found, lineOf } = readYaml(parts.yaml, schema, file, 2);
  problems.push(...found);
  // The body is read even where a fact is wrong, so that all problems are told at once.
  const { data: corrections = [] } = correctionsSchema.safeParse(valueAt(raw, 'corrections'));
  const reader = new BodyReader(fail, corrections);
  const body = reader.read(parts.body, raw === undefined ? undefined : factReferences(raw, lineOf));
  const declared = partsSchema.safeParse(valueAt(raw, 'parts')).data;
  if (declared) checkParts(body, declared, lineOf, fail);
  if (!received)
    fail(
      1,
      '旁边没有收到的原文',
      `把收到的文件原样存为 ${file.replace(/\.md$/, '.txt')}（或 .docx）`,
    );
  const letter = facts && received && assemble(key, facts, body, received);
  if (letter && received) {
    if (problems.length === 0) problems.push(...hiddenEscapes(letter, file, 1));
    const said = { file: received.file, text: wholeText(received.reading) };
    const edition = {
      file,
      pieces: pieces(letter),
      lineOf: (at: string) => reader.tree.lines.get(at) ?? lineOf(...pathOf(at)),
    };
    problems.push(...prove(edition, said, letter.source.omitted));
    const figures = gathered && readFigures(gathered, bodyPieces(body), problems);
    if (figures) letter.figures = figures;
    if (!isDraft) {
      const published = letter as Letter;
      proveKey(published, key, lineOf, fail);
      proveFacts(published, said.text, lineOf, fail);
      proveCorrections(published, lineOf, fail);
      if (kept) proveKept(published, kept, edition.lineOf, fail);
      if (problems.length === 0) return { letter: published, problems };
    }
  }
  if (!isDraft) return { problems };
  const questions = letter?.questions ?? [];
  return { draft: { file, key, questions, problems, ...(letter && { letter }) }, problems: [] };
}

/** The letter as one value. */
function assemble(
  key: string,
  facts: Facts | DraftFacts,
  body: Body,
  { file, bytes, reading }: ReceivedFile,
): DraftLetter {
  const supplied = /^\[(.+)\]$/s.exec(facts.title.join('\n'))?.[1];
  return {
    key,
    ...facts,
    ...body,
    title: supplied?.split('\n') ?? facts.title,
    titleSupplied: supplied !== undefined,
    origin: { file: file.replace(/^content\//, ''), encoding: reading.encoding },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** The place of the file must be the one that its facts ask for. */
function proveKey({ proposal, questions = [] }: Letter, key: string, lineOf: LineOf, fail: Fail) {
  if (key.replace(/(\/\d+)-\d+$/, '$1') !== keyOf(proposal))
    fail(
      lineOf('proposal'),
      `文件的位置是 ${key}，所答建议却是 ${keyOf(proposal)}`,
      `改正 proposal，或把文件移到 content/${keyOf(proposal)}.md`,
    );
  if (questions.length > 0)
    fail(lineOf('questions'), '还有没有回答的问题', '逐条处理后，把 questions 一项删去');
}

/** The figures gathered beside a letter, proved against its body. */
function readFigures(
  { file, bytes }: RawFile,
  body: Piece[],
  problems: Problem[],
): Figures | undefined {
  const text = decode(bytes);
  if (text === undefined) {
    problems.push({ file, ...NOT_UTF8 });
    return undefined;
  }
  const tooMuch = excess(text, file);
  problems.push(...tooMuch);
  if (tooMuch.length > 0) return undefined;
  const { data, problems: found, lineOf } = readYaml(text, figuresSchema, file, 1);
  problems.push(...hiddenCharacters(text, file), ...found);
  if (data)
    proveFigures(data, body, lineOf, (line, what, remedy) =>
      problems.push({ file, line, what, remedy }),
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
