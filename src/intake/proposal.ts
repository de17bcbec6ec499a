import type { TextFile } from '../content/files.ts';
import { readEdition, type ReceivedInput } from '../content/edition.ts';
import { findDisclosureMarks } from '../disclosure/marks.ts';
import { foldText } from '../language/fold.ts';
import { fileStem, parseKey, proposalKey } from '../letter/key.ts';
import { numberName, proposalKind } from '../letter/labels.ts';
import { declarationOf } from '../received/count/index.ts';
import { readReceived, wholeText } from '../received/index.ts';
import { UNREADABLE, Unreadable } from '../received/unreadable.ts';
import { readBody } from './body/blocks.ts';
import { cutPageNumbers, findPageStarts, omitPageNumbers } from './classify/page-numbers.ts';
import { METADATA } from './classify/site-labels.ts';
import { composeSource, formatMoment, structureOf, writeEdition } from './compose/edition.ts';
import { composeBody } from './compose/markdown.ts';
import { detectEnding } from './detect.ts';
import { askAboutDisclosure, hiddenTextsOf } from './disclosure.ts';
import { askAboutProblems, isBlocking, type Question } from './questions.ts';
import { readRows, type Row } from './rows.ts';
import { askAboutCharacters, askAboutDifferences, askAboutLost } from './warnings.ts';

/** An edition of the text of a proposal, not yet written to disk. */
export interface ProposalAddition {
  /** Path of both files below `content/`, without ending: `rd17-3/274.proposal`. */
  stem: string;
  /** The title as it was found; null if the text has none. */
  title: string | null;
  edition: string;
  /** Path of the received file: `content/rd17-3/274.proposal.docx`. */
  received: string;
  questions: Question[];
  draft: boolean;
}

/** The number of lines among which the title is searched. */
const HEAD = 12;
const LONGEST_TITLE = 80;

/** Returns true for the line of a proposal's title: 关于……的建议. */
const isTitle = ({ text, cells }: Row): boolean =>
  !cells &&
  text.length <= LONGEST_TITLE &&
  !/[，。；：]/.test(text) &&
  (/^关于/.test(text) || (/(?:建议|提案|议案)$/.test(foldText(text)) && !/届|号/.test(text)));

/** Leaves out the lines above the title that say for whom the file is meant, such as 秘密★1年: no page shows them. */
function omitMarks(rows: Row[]): Row[] {
  const head = rows.slice(0, Math.max(0, rows.slice(0, HEAD).findIndex(isTitle)));
  const marks = findDisclosureMarks(head.map(({ text }) => text)).map(({ line }) => head[line]);
  return rows.map((row) => (marks.includes(row) ? { ...row, omitted: METADATA } : row));
}

/**
 * Makes an edition of the text of the proposal that the letter with a key answers, and checks that both say the
 * same, character for character. `now` becomes the time of publication. Throws `Unreadable` for a file that
 * cannot be accepted.
 */
export async function addProposal(
  file: string,
  bytes: Uint8Array,
  reply: string,
  now: Date,
): Promise<ProposalAddition> {
  const ending = detectEnding(file, bytes);
  const reading = await readReceived(bytes, ending);
  if (wholeText(reading).trim() === '') throw new Unreadable(...UNREADABLE.empty);
  const key = proposalKey(reply);
  const stem = fileStem(key);
  const numbered = cutPageNumbers(omitPageNumbers(readRows(reading)).rows);
  const rows = omitMarks(numbered.rows);
  const omitted = rows.flatMap(({ text, omitted: reason }) => (reason ? { text, reason } : []));
  const printed = rows.filter(({ omitted: reason }) => !reason);
  const at = printed.slice(0, HEAD).findIndex(isTitle);
  const title = printed[at]?.text ?? null;
  const { blocks, questions: aboutBody } = readBody(
    printed.slice(at + 1),
    findPageStarts(numbered.rows),
  );
  const proposal = parseKey(reply)!;
  const facts = {
    title: title ?? `[${numberName(proposal)}${proposalKind(proposal)}]`,
    ...(at > 0 && {
      remarks: printed.slice(0, at).map(({ text }) => text),
      order: ['remarks', 'title', 'body'],
    }),
    parts: structureOf(blocks),
    published: formatMoment(now),
    ...composeSource(reading.differences.map(declarationOf), omitted),
  };
  const composition = { facts, body: composeBody(blocks, new Map()) };
  const received: ReceivedInput = { file: `content/${stem}.${ending}`, bytes, reading };
  const written = (questions: Question[]): TextFile => ({
    file: `content/${stem}.md`,
    text: writeEdition(composition, questions),
  });
  const asked = [
    ...askAboutDisclosure(reading.lines, hiddenTextsOf(reading)),
    ...numbered.questions,
    ...aboutBody,
    ...askAboutLost(reading),
    ...askAboutDifferences(reading),
    ...askAboutCharacters(reading.lines),
  ];
  const questions = asked.some(isBlocking)
    ? asked
    : [
        ...asked,
        ...askAboutProblems(readEdition({ key, edition: written([]), received }).diagnostics),
      ];
  const unanswered = questions.filter(isBlocking);
  return {
    ...{ stem, title, questions },
    edition: written(unanswered).text,
    received: received.file,
    draft: unanswered.length > 0,
  };
}
