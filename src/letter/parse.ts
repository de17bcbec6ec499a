import { createHash } from 'node:crypto';
import { BodyReader, type FactReference } from './body.ts';
import { correctionsSchema } from './corrections.ts';
import { decode, hiddenCharacters, hiddenEscapes } from './checks.ts';
import { factsSchema, partsSchema } from './facts.ts';
import { figuresSchema, type Figures } from './figures-schema.ts';
import { proveFigures } from './figures.ts';
import type { RawFile } from './files.ts';
import { cut, NO_FRONT_MATTER, NOT_UTF8, readYaml } from './frontmatter.ts';
import { proveKept } from './kept.ts';
import type { LedgerLine } from './ledger.ts';
import { excess } from './limits.ts';
import { checkParts } from './parts.ts';
import { bodyPieces, pieces, type Piece } from './pieces.ts';
import { unlessTooDeep, type LineOf, type Problem } from './problems.ts';
import { keyOf, prove, proveFacts } from './proof.ts';
import type { Letter } from './types.ts';

interface Reading {
  letter?: Letter;
  problems: Problem[];
}

/**
 * Reads one letter and proves it against the file it was made from. Gives the letter only if there
 * is no problem. `key` is what its path says: `rd17-3/273`; `gathered` are its figures, if any;
 * `kept` is what was published of it before.
 */
export function parseLetter(
  markdown: RawFile,
  received: RawFile | undefined,
  key: string,
  gathered?: RawFile,
  kept?: LedgerLine,
): Reading {
  const problems: Problem[] = [];
  const read = () => readLetter(markdown, received, key, gathered, kept);
  return unlessTooDeep(markdown.file, problems, read) ?? { problems };
}

function readLetter(
  markdown: RawFile,
  received: RawFile | undefined,
  key: string,
  gathered: RawFile | undefined,
  kept: LedgerLine | undefined,
): Reading {
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
  const { data: facts, raw, problems: found, lineOf } = readYaml(parts.yaml, factsSchema, file, 2);
  problems.push(...found);
  // The body is read even where a fact is wrong, so that all problems are told at once.
  const { data: corrections = [] } = correctionsSchema.safeParse(valueAt(raw, 'corrections'));
  const reader = new BodyReader(fail, corrections);
  const body = reader.read(parts.body, raw === undefined ? undefined : factReferences(raw, lineOf));
  const declared = partsSchema.safeParse(valueAt(raw, 'parts')).data;
  if (declared) checkParts(body, declared, lineOf, reader.tree.lines, fail);
  if (facts && key.replace(/(\/\d+)-\d+$/, '$1') !== keyOf(facts.proposal))
    fail(
      lineOf('proposal'),
      `文件的位置是 ${key}，所答建议却是 ${keyOf(facts.proposal)}`,
      `改正 proposal，或把文件移到 content/${keyOf(facts.proposal)}.md`,
    );
  const receivedText = received && decode(received.bytes);
  if (!received)
    fail(1, '旁边没有收到的原文', `把收到的文件原样存为 ${file.replace(/\.md$/, '.txt')}`);
  else if (receivedText === undefined) problems.push({ file: received.file, ...NOT_UTF8 });
  if (!facts || !received || receivedText === undefined) return { problems };

  const sha256 = createHash('sha256').update(received.bytes).digest('hex');
  const letter: Letter = { key, ...facts, ...body, sha256 };
  if (problems.length === 0) problems.push(...hiddenEscapes(letter, file, 1));
  const edition = {
    file,
    pieces: pieces(letter),
    lineOf: (at: string) => reader.tree.lines.get(at) ?? lineOf(...pathOf(at)),
  };
  problems.push(
    ...prove(edition, { file: received.file, text: receivedText }, facts.source.omitted),
  );
  proveFacts(letter, receivedText, lineOf, fail);
  if (kept) proveKept(letter, kept, edition.lineOf, fail);
  const figures = gathered && readFigures(gathered, bodyPieces(body), problems);
  if (figures) letter.figures = figures;
  return problems.length > 0 ? { problems } : { letter, problems };
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
    to: ['salutation'],
    sign: ['signatories'],
    date: ['date', 'printed'],
    cc: ['copies', 'printed'],
    contact: ['contact', 'lines'],
    omitted: ['source', 'omitted'],
    next: ['parts', 'nextSteps'],
  })[at] ?? [at];
