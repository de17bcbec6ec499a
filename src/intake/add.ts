import { sha256 } from '../digest.ts';
import { basename } from 'node:path';
import { DRAFTS } from '../content/letters.ts';
import { readEdition, type ReceivedInput } from '../content/edition.ts';
import type { TextFile } from '../content/files.ts';
import { formatKey, parseKey } from '../letter/key.ts';
import { letterText } from '../letter/text.ts';
import type { Letter } from '../letter/letter.ts';
import { declarationOf } from '../received/count/index.ts';
import { readReceived, wholeText } from '../received/index.ts';
import type { Line } from '../received/lines.ts';
import { missingGlyphs } from '../typst/glyphs.ts';
import { classify, type Classified } from './classify.ts';
import { composeEdition, writeEdition } from './compose/edition.ts';
import { detectEnding } from './detect.ts';
import { askAboutDisclosure, hiddenTextsOf } from './disclosure.ts';
import { parseProposalNumber } from './extract/proposal.ts';
import { askAboutKind, requireLetter, type Publisher } from './kind.ts';
import { askAboutProblems, block, isBlocking, locateRow, type Question } from './questions.ts';

/** An edition made from a received file, not yet written to disk. */
export interface Addition {
  /** Path of both files below `content/`, without ending: `rd17-3/274`, or in `drafts/` without an address. */
  key: string;
  /** `rd17-3/274`; null while session or number is unknown. */
  address: string | null;
  /** The edition as Markdown. */
  edition: string;
  /** Path of the received file: `content/rd17-3/274.docx`. */
  received: string;
  found: Classified;
  questions: Question[];
  /** Some questions must be answered before the letter is published. */
  draft: boolean;
}

/** The clerk's statements about the letter, besides the file, and the site for which it is added. */
export interface AddOptions {
  session?: string | undefined;
  number?: string | undefined;
  publisher?: Publisher | undefined;
}

/** Name of a draft: the received file's name, and a digest that distinguishes files with the same name. */
function composeDraftName(file: string, bytes: Uint8Array): string {
  const name = basename(file)
    .replace(/\.[^.]+$/, '')
    .replaceAll(/[^\p{Script=Han}\p{N}A-Za-z]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase();
  const digest = sha256(bytes).slice(0, 6);
  return [name, digest].filter(Boolean).join('-');
}

/** Chooses session and number, the clerk's before the letter's. Asks if they disagree or are missing. */
function chooseAddress(
  { session: printed, number: numbered }: Classified['proposal'],
  options: AddOptions,
): { session: string | undefined; number: string | undefined; questions: Question[] } {
  // 绍12 and 杭12 are two proposals: only the clerk can decide which of them is 12.
  const marked = numbered !== null && /^\D+\d/.test(numbered);
  const session = options.session ?? printed ?? undefined;
  const number =
    options.number ??
    (numbered === null || marked ? undefined : String(parseProposalNumber(numbered)));
  const questions: Question[] = [];
  if (options.session && printed && options.session !== printed)
    questions.push(block('届次', `原文写的是 ${printed}，--session 给的是 ${options.session}`));
  if (options.number && numbered && parseInt(options.number, 10) !== parseProposalNumber(numbered))
    questions.push(block('编号', `原文写的是“${numbered}”，--number 给的是 ${options.number}`));
  if (!session)
    questions.push(block('届次', '没有找到；写明以后再加一次：--session rd17-3（政协用 zx）'));
  if (!number) {
    const reason = marked ? `原文是“${numbered}”，网址只用数字` : '没有找到';
    questions.push(block('编号', `${reason}；写明以后再加一次：--number 274`));
  }
  return { session, number, questions };
}

/** Asks about characters without a glyph in the fonts, at the first line that contains each. */
const askAboutGlyphs = (letter: Letter, lines: Line[]): Question[] =>
  missingGlyphs(
    letterText(letter)
      .map(({ text }) => text)
      .join(''),
  ).map((char) => {
    const index = lines.findIndex(({ text }) => text.includes(char));
    const where = locateRow({ line: index + 1, text: lines[index]?.text.trim() ?? char });
    const what = `排 PDF 的字体里没有“${char}”，生成网站时会停下；请对照原件核对，确是此字的，请维护人员加上收有它的字体`;
    return block(where, what);
  });

/** Asks about everything that would stop the build of an edition that is no draft. */
function askAboutBuild(edition: TextFile, received: ReceivedInput, key: string): Question[] {
  const { letter, diagnostics } = readEdition({ key, edition, received });
  return letter ? askAboutGlyphs(letter, received.reading.lines) : askAboutProblems(diagnostics);
}

/**
 * Makes an edition of a received file, and checks that both say the same, character for character. `now`
 * becomes the time of publication. Throws `Unreadable` for a file that cannot be accepted.
 */
export async function addLetter(
  file: string,
  bytes: Uint8Array,
  options: AddOptions,
  now: Date,
): Promise<Addition> {
  const ending = detectEnding(file, bytes);
  const reading = await readReceived(bytes, ending);
  const text = wholeText(reading);
  requireLetter(text);
  const { found, questions: aboutLetter } = classify(reading);
  const { session, number, questions: aboutAddress } = chooseAddress(found.proposal, options);
  const facts = session && number ? parseKey(`${session}/${number}`) : undefined;
  const { composition, questions: aboutFacts } = composeEdition(
    found,
    text,
    reading.differences.map(declarationOf),
    facts,
    now,
  );

  const address = facts ? formatKey(facts) : null;
  const key = address ?? `${DRAFTS}/${composeDraftName(file, bytes)}`;
  const received = `content/${key}.${ending}`;
  const aboutDisclosure = askAboutDisclosure(reading.lines, hiddenTextsOf(reading));
  const aboutKind = askAboutKind(text, found, options.publisher);
  const asked = [...aboutKind, ...aboutDisclosure, ...aboutLetter, ...aboutAddress, ...aboutFacts];
  const questions = asked.some(isBlocking)
    ? asked
    : [
        ...asked,
        ...askAboutBuild(
          { file: `content/${key}.md`, text: writeEdition(composition, []) },
          { file: received, bytes, reading },
          key,
        ),
      ];
  const unanswered = questions.filter(isBlocking);
  return {
    key,
    address,
    edition: writeEdition(composition, unanswered),
    received,
    found,
    questions,
    draft: unanswered.length > 0,
  };
}
