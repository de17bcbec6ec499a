import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, type Document } from 'yaml';
import { inspectEdition, type EditionInput } from '../content/edition.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import { readInput } from '../content/letters.ts';
import { isStub, returnHelp } from '../content/stub.ts';
import { wholeFile, type Diagnostic } from '../diagnostics.ts';
import { textPattern } from '../language/loose-match.ts';
import { fileStem } from '../letter/key.ts';
import type { DraftLetter } from '../letter/letter.ts';
import { letterText } from '../letter/text.ts';
import { RECEIVED_PLACE } from '../letter/withholding.ts';
import { loadLedger } from '../permalinks/ledger.ts';
import { letterPath } from '../permalinks/paths.ts';
import { decodeText } from '../received/decode.ts';
import { wholeText } from '../received/index.ts';
import { missingLetter, Refusal } from '../refusal.ts';
import { findPlaces, type Place } from './places.ts';
import { countMatches, markdownPattern } from './words.ts';

/** The edition, in the parts that change separately. */
export interface Source {
  input: EditionInput & { received: NonNullable<EditionInput['received']> };
  letter: DraftLetter;
  lineOf: (place: { fragment: string }) => number;
  diagnostics: Diagnostic[];
  front: Document;
  yaml: string;
  body: string;
  figures: Document | undefined;
}

/** Reads an edition that words are to be taken from; throws a Refusal if it cannot be read. */
export async function readSource(root: string, key: string): Promise<Source> {
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
export function countReceived({ input: { received } }: Source, words: string): number {
  const read = countMatches(wholeText(received.reading), textPattern(words));
  if (received.file.endsWith('.docx')) return read;
  const text = decodeText(received.bytes)?.text ?? '';
  return Math.max(read, countMatches(text, receivedPattern(received.file, words)));
}

/** Matches the words in the received file, as the kind of file writes them. */
export const receivedPattern = (file: string, words: string): RegExp =>
  file.endsWith('.md') ? markdownPattern(words) : textPattern(words);

/** All places of the words, including those that only the received file has. */
export function findAllPlaces(source: Source, words: string): Place[] {
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
export function locate(
  { input, yaml, body, letter, lineOf }: Source,
  place: Place,
): [string, number] {
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
