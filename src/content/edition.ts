import { sha256 } from '../digest.ts';
import type { z } from 'astro/zod';
import { readWithinStack, wholeFile, type Diagnostic, type Result } from '../diagnostics.ts';
import { NEXT_STEPS } from '../letter/fragment.ts';
import type { Draft, DraftLetter, Letter } from '../letter/letter.ts';
import { isPart, partPath } from '../letter/parts.ts';
import { figuresSchema, type Figures } from '../letter/schema/figures.ts';
import { draftSchema, factsSchema, type DraftFacts } from '../letter/schema/letter.ts';
import { proposalDraftSchema, proposalSchema } from '../letter/schema/proposal.ts';
import { isProposalKey } from '../letter/key.ts';
import { bodyText, type TextFragment } from '../letter/body.ts';
import { encodePublicText, isReceivedPlace, markBody } from '../letter/withholding.ts';
import { letterText } from '../letter/text.ts';
import type { LedgerPage } from '../permalinks/ledger.ts';
import { wholeText } from '../received/index.ts';
import type { Reading } from '../received/lines.ts';
import { findBodyFacts } from './body-facts.ts';
import type { Check, Finding, Location } from './checks/check.ts';
import { checkFigures } from './checks/figures.ts';
import { CHECKS, DRAFT_CHECKS, PROPOSAL_CHECKS } from './checks/index.ts';
import { checkStructure } from './checks/structure.ts';
import type { RawFile, TextFile } from './files.ts';
import { NO_FRONT_MATTER, readYaml, splitFrontMatter } from './front-matter.ts';
import { findHiddenCharacters, findHiddenEscapes } from './hidden-characters.ts';
import { findExcess } from './limits.ts';
import { readBody } from './markdown/body.ts';
import { findClosedLines, withholdClosedLines, withholdLines } from './public-copy.ts';

/** A received file that was read: its path, its bytes, and its text. */
export interface ReceivedInput extends RawFile {
  reading: Reading;
}

/** Everything that a letter is made from. */
export interface EditionInput {
  /** The key in the edition's path: `rd17-3/273`. */
  key: string;
  edition: TextFile;
  received: ReceivedInput | undefined;
  /** The text of the letter's proposal, and the files beside it. */
  proposal?: EditionInput | undefined;
  /** The figures that were gathered from the letter, if any. */
  figures?: TextFile | undefined;
  /** The ledger's record of the letter's page. */
  recorded?: LedgerPage | undefined;
  /** The file as received, if the received file is a public copy and the original is at hand. */
  original?: { file: string; reading: Reading } | undefined;
}

/**
 * The result of reading an edition: a letter that can be published, a draft, or neither. A draft carries its
 * own diagnostics, since they do not prevent other letters from being published.
 */
export interface EditionResult {
  letter?: Letter;
  draft?: Draft;
  diagnostics: Diagnostic[];
}

/** A Markdown file in two. The body keeps its line numbers. */
interface EditionText {
  yaml: string;
  body: string;
}

/** Reads an edition and checks it against the file it was made from. */
export function readEdition(input: EditionInput): EditionResult {
  const { file, text } = input.edition;
  return readWithinStack(file, () => {
    const excess = findExcess(text, file);
    if (excess.length > 0) return { diagnostics: excess };
    const parts = splitFrontMatter(text);
    if (!parts) return { diagnostics: [{ file, ...NO_FRONT_MATTER }] };
    return isDraft(parts)
      ? { draft: readDraft(parts, input), diagnostics: [] }
      : readPublished(parts, input);
  });
}

/** Reads an edition that is to be published, whether it is a letter or the text of a proposal. */
const readFinished = (parts: EditionText, input: EditionInput) =>
  isProposalKey(input.key)
    ? readWith(proposalSchema(input.key), PROPOSAL_CHECKS, parts, input)
    : readWith(factsSchema, CHECKS, parts, input);

const readUnfinished = (parts: EditionText, input: EditionInput) =>
  readWith<DraftFacts>(
    isProposalKey(input.key) ? proposalDraftSchema(input.key) : draftSchema,
    DRAFT_CHECKS,
    parts,
    input,
  );

function readPublished(parts: EditionText, input: EditionInput): EditionResult {
  const { value, diagnostics } = readFinished(parts, input);
  return value && diagnostics.length === 0 ? { letter: value, diagnostics } : { diagnostics };
}

function readDraft(parts: EditionText, input: EditionInput): Draft {
  const { value, diagnostics } = readUnfinished(parts, input);
  const { edition, key } = input;
  const questions = value?.questions ?? [];
  return { file: edition.file, key, questions, diagnostics, ...(value && { letter: value }) };
}

/**
 * Reads an edition, and returns the letter even if it cannot be published, with all diagnostics; no value if
 * its facts cannot be read.
 */
export function inspectEdition(
  input: EditionInput,
): Result<DraftLetter> & { lineOf?: (location: Location) => number } {
  const { file, text } = input.edition;
  return readWithinStack(file, () => {
    const excess = findExcess(text, file);
    const parts = splitFrontMatter(text);
    if (excess.length > 0) return { diagnostics: excess };
    if (!parts) return { diagnostics: [{ file, ...NO_FRONT_MATTER }] };
    return isDraft(parts) ? readUnfinished(parts, input) : readFinished(parts, input);
  });
}

/** Returns true for an edition with open questions, which is not published. */
export const isDraft = ({ yaml }: Pick<EditionText, 'yaml'>): boolean =>
  /^draft:\s*true\s*$/m.test(yaml);

/** A letter with facts of the type that its schema describes. */
type LetterOf<F> = F & Omit<DraftLetter, keyof DraftFacts>;

/** Reads an edition by a schema, and checks it. The body is read even if facts are wrong. */
function readWith<F extends DraftFacts>(
  schema: z.ZodType<F>,
  checks: Check<LetterOf<F>>[],
  parts: EditionText,
  { key, edition: { file, text }, received, figures: gathered, recorded, original }: EditionInput,
): Result<LetterOf<F>> & { lineOf: (location: Location) => number } {
  const {
    data: written,
    raw,
    diagnostics: inFacts,
    lineOf,
  } = readYaml(parts.yaml, schema, file, 2);
  const bodyFacts = findBodyFacts(raw, lineOf);
  const {
    body: writtenBody,
    lines,
    diagnostics: inBody,
  } = readBody(parts.body, bodyFacts.corrections, raw === undefined ? undefined : bodyFacts.notes);
  const lineAt = (location: Location): number =>
    'path' in location
      ? lineOf(...location.path)
      : (lines.get(location.fragment) ?? lineOf(...pathOf(location.fragment)));
  const locate = ({ message, help, ...location }: Finding): Diagnostic => ({
    file,
    line: lineAt(location),
    message,
    help,
  });

  const diagnostics = [
    ...findHiddenCharacters(text, file),
    ...inFacts,
    ...inBody.map((problem) => ({ file, ...problem })),
    ...(bodyFacts.parts ? checkStructure(writtenBody, bodyFacts.parts).map(locate) : []),
    ...(received ? [] : [missingReceived(file)]),
  ];
  if (!written || !received) return { diagnostics, lineOf: lineAt };

  const receivedText = wholeText(received.reading);
  const isReviewed = written.review?.decision === '公开';
  const { asides, differences, traces } = received.reading;
  const isPublicText = written.source.publish !== 'original' && received.file.endsWith('.docx');
  const closed = isReviewed
    ? findClosedLines(
        [receivedText, ...differences.map(({ words }) => words), ...asides].join('\n'),
      )
    : new Set<string>();
  const { facts, body } = withholdClosedLines(written, writtenBody, closed);
  const knownText = withholdLines(receivedText, closed);
  // A Word file contains more than its text; only the text is published, unless a person decided otherwise.
  const publicText = closed.size > 0 || isPublicText ? knownText : undefined;

  const figures = gathered && readFigures(gathered, bodyText(body));
  const supplied = /^\[(.+)\]$/s.exec(facts.title.join('\n'))?.[1];
  const letter: LetterOf<F> = {
    key,
    ...facts,
    ...markBody(body, facts),
    title: supplied?.split('\n') ?? facts.title,
    titleSupplied: supplied !== undefined,
    received: {
      file: received.file.replace(/^content\//, ''),
      encoding: received.reading.encoding,
      ...(publicText !== undefined && { publicText }),
      isPublicCopy: closed.size > 0 || written.withheld.some(({ at }) => isReceivedPlace(at)),
    },
    ...(figures?.value && { figures: figures.value }),
    sha256: sha256(publicText === undefined ? received.bytes : encodePublicText(publicText)),
  };
  const context = {
    letter,
    fragments: letterText(letter),
    file,
    received: {
      file: received.file,
      text: knownText,
      asides: publicText === undefined ? asides : [],
      traces,
    },
    differences: original?.reading.differences ?? differences,
    recorded,
    original: original && { file: original.file, text: wholeText(original.reading) },
    lineOf: lineAt,
  };
  return {
    lineOf: lineAt,
    value: letter,
    diagnostics: [
      ...diagnostics,
      // Hidden characters that were reported as such are not reported as escapes again. The received file may
      // contain some: it is kept unchanged.
      ...(diagnostics.length === 0
        ? findHiddenEscapes({ ...letter, received: undefined }, file, 1)
        : []),
      ...checks.flatMap((check) => check(context)).map(locate),
      ...(figures?.diagnostics ?? []),
    ],
  };
}

const missingReceived = (file: string): Diagnostic =>
  wholeFile(
    file,
    '旁边没有收到的原文',
    `把收到的文件原样存为 ${file.replace(/\.md$/, '.txt')}（或 .docx）`,
  );

/** Reads the figures that were gathered from a letter, and checks them against its body. */
function readFigures({ file, text }: TextFile, body: TextFragment[]): Result<Figures> {
  const excess = findExcess(text, file);
  if (excess.length > 0) return { diagnostics: excess };
  const { data, diagnostics, lineOf } = readYaml(text, figuresSchema, file, 1);
  const findings = data ? checkFigures(data, body) : [];
  return {
    value: data,
    diagnostics: [
      ...findHiddenCharacters(text, file),
      ...diagnostics,
      ...findings.map(({ path, message, help }) => ({
        file,
        line: lineOf(...path),
        message,
        help,
      })),
    ],
  };
}

/** The front-matter path of a fragment that the body does not have. */
function pathOf(fragment: string): string[] {
  if (isPart(fragment)) return partPath(fragment);
  return fragment === NEXT_STEPS ? ['parts', 'nextSteps'] : [fragment];
}
